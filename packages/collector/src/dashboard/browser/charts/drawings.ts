/** Whatever draws with Plot, which is most of this page's script: it comes while the reports are asked for. */
export { barChart } from './bars.js';
export { halfLifeChart } from './half-life.js';
export { intervalChart } from './intervals.js';
export { recallChart } from './recall.js';
export { weeklyChart } from './weekly.js';
