import { all, feed } from '../lib/site';

export const GET = async () => feed('Lajme', 'https://example.org/', await all());
