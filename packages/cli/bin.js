#!/usr/bin/env node
// Stands here, not in dist, so that an installation links it before anything is built.
import './dist/bin.js';
