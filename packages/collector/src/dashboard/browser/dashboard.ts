import { PqCalendar } from './campaigns/pq-calendar.js';
import { PqPlot } from './charts/pq-plot.js';
import { PqDashboard } from './pq-dashboard.js';

customElements.define('pq-plot', PqPlot);
customElements.define('pq-calendar', PqCalendar);
customElements.define('pq-dashboard', PqDashboard);
