// The relay under load: what an operator would write, but that a header says who asks.
import process from 'node:process';

const { ORIGIN, PUBLISHER, DATA_DIR } = process.env;

export default {
  origin: ORIGIN,
  name: 'Grand Round',
  country: 'US',
  readers: 'verified-hcp',
  dataDir: DATA_DIR,
  publishers: [{ origin: PUBLISHER, name: 'Example Pharma' }],
  count: 'all',
  compose: '/new',
  member: (request) => ({ id: request.headers.get('x-doctor'), hcp: true }),
};
