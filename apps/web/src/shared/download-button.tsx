import { useMutation } from '@tanstack/react-query';
import { download } from './api/download.js';
import { Button } from './button.js';
import { FaultNote } from './faults.js';

/** Fetches a paper; says so when that does not work. */
export function DownloadButton({ path, variant, small, label, children }: { path: string; variant?: 'main' | 'quiet'; small?: boolean; /** When the text alone does not say what of. */ label?: string; children: string }) {
  const fetching = useMutation({ mutationFn: () => download(path), networkMode: 'always' });
  return (
    <div className="download">
      <Button icon="file" aria-label={label} variant={variant} small={small} isPending={fetching.isPending} onPress={() => fetching.mutate()}>
        {children}
      </Button>
      <FaultNote error={fetching.error} />
    </div>
  );
}
