(()=>{const D=document,S='.line,.utt,.find,.said>li,.fig tbody tr',lines=()=>L||(L=[...D.querySelectorAll(S)]);let L,i=-1;
const tools=D.querySelector('.tools');if(!tools)return;tools.hidden=false;
const T=tools.dataset,REACH=60;
// What stands around the words of a place, out of the reading view: the page holds each source once.
const around=(m,p,q)=>{const r=D.createRange(),text=()=>{const f=r.cloneContents();f.querySelectorAll('s,small').forEach(x=>x.remove());f.querySelectorAll('.cut').forEach(x=>x.replaceWith('\0'));return f.textContent.replace(/\s+/g,' ')};
r.selectNodeContents(p);r.setEndBefore(m);let a=text().split('\0').pop();if(a.length>REACH)a='… '+a.slice(-REACH).replace(/^\S*\s/,'');
r.selectNodeContents(p);r.setStartBefore(m);let b=text();const w=q.textContent.replace(/\s+/g,' ').trim(),at=b.indexOf(w);b=at<0?'':b.slice(at+w.length).split('\0')[0];if(b.length>REACH)b=b.slice(0,REACH).replace(/\s\S*$/,'')+' …';
return[a,b]};
const fill=d=>d.querySelectorAll('q').forEach(q=>{if(q.querySelector('mark'))return;const x=q.closest('summary')?d.querySelector('div>a'):q.parentNode.querySelector('a'),m=x&&D.getElementById(x.hash.slice(1)),p=m&&m.closest('p');
if(!p)return;const[a,b]=around(m,p,q),e=(n,t)=>{const y=D.createElement(n);y.textContent=t;return y};q.replaceChildren(e('i',a),e('mark',q.textContent),e('i',b))});
D.addEventListener('toggle',e=>{if(e.target.open&&e.target.matches('.wit'))fill(e.target)},true);
const all=o=>D.querySelectorAll('.wit').forEach(d=>{d.open=o;if(o)fill(d)});
const go=n=>{if(!lines().length)return;if(i>=0)L[i].classList.remove('on');i=Math.max(0,Math.min(L.length-1,n));const x=L[i];x.classList.add('on');x.scrollIntoView({block:'center'});(x.querySelector('summary')||x.querySelector('a')).focus({preventScroll:true})};
const cite=x=>{const w=x.querySelector('.what p,h3,h4')||x,m=x.querySelector('mark,.wit q'),p=x.querySelector('summary small,.loc');return[w.innerText,m&&'“'+m.textContent+'”',p&&p.innerText,'build '+D.querySelector('main').dataset.build].filter(Boolean).join(' · ').replace(/\s+/g,' ')};
tools.querySelector('.all').onclick=e=>{const o=e.target.o=!e.target.o;all(o);e.target.textContent=o?T.close:T.open};
tools.querySelector('.print').onclick=()=>{all(true);print()};
addEventListener('keydown',e=>{if(!tools.querySelector('input').checked||e.ctrlKey||e.metaKey||e.altKey||/input|textarea|select/i.test(e.target.tagName))return;
const c=D.activeElement&&D.activeElement.closest(S);if(c)i=lines().indexOf(c);
if(e.key=='j')go(i+1);else if(e.key=='k')go(i-1);else if(e.key=='e'&&i>=0){const d=[...L[i].querySelectorAll('.wit')],o=d.length&&!d[0].open;d.forEach(x=>{x.open=o;if(o)fill(x)})}else if(e.key=='c'&&i>=0&&navigator.clipboard)navigator.clipboard.writeText(cite(L[i])).then(()=>tools.querySelector('[role=status]').textContent=T.copied)})})()
