import { z } from 'zod';

/**
 * Next.js runs this before any part of the page. The page's policy forbids making code from text, which zod otherwise tries as soon as an
 * object's shape is made.
 */
z.config({ jitless: true });
