(()=>{const D=document,S='.line,.utt,.find,.said>li,.fig tbody tr',L=[...D.querySelectorAll(S)];let i=-1;
const tools=D.querySelector('.tools');if(!tools)return;tools.hidden=false;
const all=o=>D.querySelectorAll('.wit').forEach(d=>d.open=o),T=tools.dataset;
const go=n=>{if(!L.length)return;if(i>=0)L[i].classList.remove('on');i=Math.max(0,Math.min(L.length-1,n));const x=L[i];x.classList.add('on');x.scrollIntoView({block:'center'});(x.querySelector('summary')||x.querySelector('a')).focus({preventScroll:true})};
const cite=x=>{const w=x.querySelector('.what p,h3,h4')||x,m=x.querySelector('mark,.wit q'),p=x.querySelector('summary small,.loc');return[w.innerText,m&&'“'+m.textContent+'”',p&&p.innerText,'build '+D.querySelector('main').dataset.build].filter(Boolean).join(' · ').replace(/\s+/g,' ')};
tools.querySelector('.all').onclick=e=>{const o=e.target.o=!e.target.o;all(o);e.target.textContent=o?T.close:T.open};
tools.querySelector('.print').onclick=()=>{all(true);print()};
addEventListener('keydown',e=>{if(!tools.querySelector('input').checked||e.ctrlKey||e.metaKey||e.altKey||/input|textarea|select/i.test(e.target.tagName))return;
const c=D.activeElement&&D.activeElement.closest(S);if(c)i=L.indexOf(c);
if(e.key=='j')go(i+1);else if(e.key=='k')go(i-1);else if(e.key=='e'&&i>=0){const d=[...L[i].querySelectorAll('.wit')],o=d.length&&!d[0].open;d.forEach(x=>x.open=o)}else if(e.key=='c'&&i>=0&&navigator.clipboard)navigator.clipboard.writeText(cite(L[i])).then(()=>tools.querySelector('[role=status]').textContent=T.copied)})})()
