import { z } from 'zod';

/**
 * The page's policy forbids making code from text, which zod otherwise tries as soon as an object's shape is made.
 * Whoever imports a shape (not only its type) imports this first.
 */
z.config({ jitless: true });
