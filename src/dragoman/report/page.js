(()=>{const D=document,L=[...D.querySelectorAll('.line,.utt,.said>li,.fig tbody tr')];let i=-1;
const tools=D.querySelector('.tools');if(!tools)return;tools.hidden=false;
const all=o=>D.querySelectorAll('.wit').forEach(d=>d.open=o);
const go=n=>{if(!L.length)return;if(i>=0)L[i].classList.remove('on');i=Math.max(0,Math.min(L.length-1,n));const x=L[i];x.classList.add('on');x.scrollIntoView({block:'center'});(x.querySelector('summary')||x.querySelector('a')).focus({preventScroll:true})};
tools.querySelector('.all').onclick=e=>{const o=e.target.o=!e.target.o;all(o);e.target.textContent=o?'Close every context':'Open every context'};
tools.querySelector('.print').onclick=()=>{all(true);print()};
addEventListener('keydown',e=>{if(!tools.querySelector('input').checked||e.ctrlKey||e.metaKey||e.altKey||/input|textarea|select/i.test(e.target.tagName))return;
const c=D.activeElement&&D.activeElement.closest('.line,.utt,.said>li,.fig tbody tr');if(c)i=L.indexOf(c);
if(e.key=='j')go(i+1);else if(e.key=='k')go(i-1);else if(e.key=='e'&&i>=0){const d=[...L[i].querySelectorAll('.wit')],o=d.length&&!d[0].open;d.forEach(x=>x.open=o)}})})()
