import { all, feed } from '../site.js';

export const GET = async () => feed('Lajme', 'https://example.org/', await all());
