(()=>{const D=document,A=(s,x=D)=>[...x.querySelectorAll(s)],S='.lines>li,.find,.said>li,.fig tbody tr,.note',P=':is(li,td,li>p,.proof)>a[href*="#D"][href*="-"]',lines=()=>L||(L=A(S));let L,i=-1;
const tools=D.querySelector('.tools');if(!tools)return;tools.hidden=false;A('main a[id]').forEach(a=>a.href='#'+a.id);A('svg a').forEach(a=>a.tabIndex=-1);
// The labels beside a paragraph lead to their lines.
A('.row>div').forEach(x=>x.innerHTML=x.textContent.replace(/[A-Z][\d.]+/g,'<a href=#$&>$&</a>'));
const T=tools.dataset,REACH=60,make=(n,t)=>{const y=D.createElement(n);y.textContent=t;return y},flat=t=>t.replace(/\s+/g,' ');
// The text of a paragraph up to a mark, and from it on, out of the reading view: the page holds each source once.
const parts=(m,p)=>{const r=D.createRange(),text=()=>{const f=r.cloneContents();A('s,small',f).forEach(x=>x.remove());A('.cut',f).forEach(x=>x.replaceWith('\0'));return flat(f.textContent)};
r.selectNodeContents(p);r.setEndBefore(m);const a=text().split('\0').pop();r.selectNodeContents(p);r.setStartBefore(m);return[a,text()]};
const around=(a,b,w)=>{if(a.length>REACH)a='… '+a.slice(-REACH).replace(/^\S*\s/,'');const at=b.indexOf(w);b=at<0?'':b.slice(at+w.length).split('\0')[0];if(b.length>REACH)b=b.slice(0,REACH).replace(/\s\S*$/,'')+' …';return[a,b]};
// The link of a place opens its words in context where they stand, and closes them; beside it a link leads into the article.
// Words that the sentence of a line gives itself are fetched from there.
const turn=(a,o)=>{const m=D.getElementById(a.hash.slice(1)),p=m&&m.closest('.row>p');if(!p)return false;if(o==(a.ariaExpanded=='true'))return true;
let q=a.previousElementSibling;const[x,y]=parts(m,p),own=q&&q.tagName=='Q';
if(!o){if(q.title)q.remove();else q.textContent=q.querySelector('mark').textContent;a.nextSibling.remove()}
else{if(!own){const s=A('q',a.closest(S+',.deal')).find(z=>y.startsWith(flat(z.textContent).trim()));if(!s||a.parentNode.querySelector('q'))return false;q=s.cloneNode(true);q.title=a.textContent;a.before(q)}
const w=q.textContent,[u,v]=around(x,y,flat(w).trim()),go=make('a',T.article);go.href=a.hash;go.className='more';q.replaceChildren(u,make('mark',w),v);a.after(go)}
a.ariaExpanded=o;return true};
const spread=(x,o)=>{A('details',x).forEach(d=>d.open=o);A(P,x).forEach(a=>turn(a,o))};
D.addEventListener('click',e=>{if(e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||!getSelection().isCollapsed)return;
const q=e.target.closest('q'),a=q?q.nextElementSibling:e.target.closest('a');if(a&&a.matches(P)&&turn(a,a.ariaExpanded!='true'))e.preventDefault()});
const all=o=>[...lines(),...A('.proof')].forEach(x=>spread(x,o));
const go=n=>{if(!lines().length)return;if(i>=0)L[i].classList.remove('on');i=Math.max(0,Math.min(L.length-1,n));const x=L[i];x.classList.add('on');x.scrollIntoView({block:'center'});(x.querySelector('summary,'+P)||x.querySelector('a')).focus({preventScroll:true})};
const cite=x=>{const w=x.querySelector('.lines p+p,h3,h4')||x,p=x.querySelector(P+',.loc'),q=p&&p.previousElementSibling||x.querySelector('q'),m=q&&(q.querySelector('mark')||q);return[w.innerText,m&&'“'+m.textContent+'”',p&&p.textContent,'build '+D.querySelector('main').dataset.build].filter(Boolean).join(' · ').replace(/\s+/g,' ')};
tools.querySelector('.all').onclick=e=>{const o=e.target.o=!e.target.o;all(o);if(T.open)e.target.textContent=o?T.close:T.open};
tools.querySelector('.print').onclick=()=>{all(true);print()};
addEventListener('keydown',e=>{if(!tools.querySelector('input').checked||e.ctrlKey||e.metaKey||e.altKey||/input|textarea|select/i.test(e.target.tagName))return;
const c=D.activeElement&&D.activeElement.closest(S);if(c)i=lines().indexOf(c);
if(e.key=='j')go(i+1);else if(e.key=='k')go(i-1);else if(e.key=='e'&&i>=0)spread(L[i],!L[i].querySelector('[open],[aria-expanded=true]'));else if(e.key=='c'&&i>=0&&navigator.clipboard)navigator.clipboard.writeText(cite(L[i])).then(()=>tools.querySelector('[role=status]').textContent=T.copied)})})()
