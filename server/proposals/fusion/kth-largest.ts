/** The value that `k` of them reach, equal ones counted: quickselect (Hoare, Algorithm 65) on a copy. `k` from 1 to their number. */
export function kthLargest(values: Float64Array, k: number): number {
  const own = values.slice();
  let [low, high] = [0, own.length - 1];
  for (;;) {
    if (low >= high) return own[k - 1] ?? 0;
    const pivot = own[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((own[left] ?? 0) > pivot) left += 1;
      while ((own[right] ?? 0) < pivot) right -= 1;
      if (left > right) break;
      const swapped = own[left] ?? 0;
      own[left] = own[right] ?? 0;
      own[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (k - 1 <= right) high = right;
    else if (k - 1 >= left) low = left;
    else return own[k - 1] ?? 0;
  }
}
