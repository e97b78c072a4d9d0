import '@pullquote/elements/define';
import { connect, upgrade } from '@pullquote/elements';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findDiscussions, readThread } from './forum';
import { Discussion } from './discussion';

connect({ room: { specialty: 'cardiology' }, destinations: findDiscussions });

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <Discussion first={await readThread()} />
  </StrictMode>,
);
// Stored posts become cards, now and whenever React adds more.
upgrade();
