import { redirect } from 'next/navigation';

export default async function Home({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) asked.set(name, String(value));
  redirect(asked.size > 0 ? `/field?${asked}` : '/field');
}
