import { parsePublisherFolder, openStatusList } from '@pullquote/record';
import { readIndex, openProject } from 'pullquote';
import { readFileSync } from 'node:fs';
const say=(t)=>{const m=process.memoryUsage(); console.log(t, Object.entries(m).map(([k,v])=>k+' '+(v/2**20).toFixed(1)).join(' '));};
say('0'); const text=readFileSync(process.argv[2]+'/public/.well-known/pullquote.json','utf8'); say('text'); const j=JSON.parse(text); say('json'); const f=parsePublisherFolder(j); say('parsed'); gc(); say('gc');
const p=await openProject(process.argv[2]); const ix=await readIndex(p); say('index'); gc(); say('gc'); console.log(f.catalogue.length, ix.records.length);
