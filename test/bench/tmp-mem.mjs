import { openProject, publishFolder, verifyFolder } from 'pullquote';
const p=await openProject(process.argv[2]); let max={}; let n=0; let last='';
const on=(w)=>{ if(n++%50===0){const m=process.memoryUsage(); for(const k in m) max[k]=Math.max(max[k]??0,m[k]);} if(w!==last){last=w; say(w);} };
const say=(t)=>{const m=process.memoryUsage(); console.log(t, Object.entries(m).map(([k,v])=>k+' '+(v/2**20).toFixed(0)).join(' '), 'max rss', (process.resourceUsage().maxRSS/1024).toFixed(0));};
say('start'); await publishFolder(p,{onProgress:on}); say('published'); globalThis.gc?.(); say('gc');
await verifyFolder(p.paths.public,{onProgress:on}); say('verified'); globalThis.gc?.(); say('gc');
console.log(Object.entries(max).map(([k,v])=>k+' '+(v/2**20).toFixed(0)).join(' '));
