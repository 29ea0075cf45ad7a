import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccessReviewsDocument, ConfirmAccessDocument, type AccessReviewsQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { formatWholeDay } from '../shared/format.js';
import { toast } from '../shared/overlay/toasts.js';
import { Panel } from '../shared/page.js';
import { useDoor } from '../shared/session.js';

type Review = AccessReviewsQuery['accessReviews'][number];
/** So many at once, as the server takes them. */
const AT_ONCE = 50;

/** Where an admin finds what else she keeps. */
export function OrganisationLinks() {
  const { t } = useTranslation();
  const isAdmin = useDoor('AccessReview.confirm');
  return (
    <p className="filters">
      {isAdmin && <Link to="/medewerkers/wissels">{t('calendar.changes.title')}</Link>}
      <Link to="/sluitingsdagen">{t('calendar.title')}</Link>
    </p>
  );
}

/** The roles that wait for the yearly confirmation: a tick each, and one press. */
export function ReviewPanel() {
  const isAdmin = useDoor('AccessReview.confirm');
  return isAdmin ? <Reviews /> : null;
}

function Reviews() {
  const { t } = useTranslation();
  const read = useRead(AccessReviewsDocument, {});
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState(false);
  const confirm = useChange(ConfirmAccessDocument, {
    onSuccess: ({ confirmAccess }) => {
      setTicked(new Set());
      toast(t('calendar.review.done', { count: confirmAccess.length }));
    },
  });
  if (read.error && !read.data) return <Fault error={read.error} onRetry={() => void read.refetch()} />;
  const reviews = read.data?.accessReviews ?? [];
  if (!reviews.length) return null;
  const chosen = reviews.filter(({ id }) => ticked.has(id)).slice(0, AT_ONCE);
  const tick = (id: string, is: boolean) => setTicked((now) => (is ? new Set([...now, id]) : new Set([...now].filter((each) => each !== id))));
  const submit = () => {
    setMissing(!chosen.length);
    if (chosen.length) confirm.mutate({ reviews: chosen.map(({ id, version }) => ({ id, version })) });
  };
  return (
    <Panel id="bevestigen" title={t('calendar.review.title')} count={reviews.length}>
      <div className="panel__body stackv">
        <p>{t('calendar.review.text', { day: formatWholeDay(reviews[0].endsOn) })}</p>
        <ul className="ticks">
          {reviews.map((review) => (
            <li key={review.id}>
              <Tick review={review} isTicked={ticked.has(review.id)} onTick={(is) => tick(review.id, is)} />
            </li>
          ))}
        </ul>
        {missing && !chosen.length && (
          <p className="error" role="alert">
            {t('calendar.review.missing')}
          </p>
        )}
        <FaultNote error={confirm.error} />
        <div className="actions">
          <Button isPending={confirm.isPending} onPress={submit}>
            {t('calendar.review.confirm', { count: chosen.length })}
          </Button>
        </div>
        <p className="small soft">{t('calendar.review.else')}</p>
      </div>
    </Panel>
  );
}

function Tick({ review, isTicked, onTick }: { review: Review; isTicked: boolean; onTick: (is: boolean) => void }) {
  const { t } = useTranslation();
  const { id, person, mandate, endsOn } = review;
  return (
    <label className="check" htmlFor={`bevestig-${id}`}>
      <input type="checkbox" id={`bevestig-${id}`} checked={isTicked} onChange={(event) => onTick(event.target.checked)} />
      <span>
        <b>{person?.name}</b>, {mandate && t(`role.${mandate.role}`)}
        <span className="hint">{t('calendar.review.since', { since: mandate ? formatWholeDay(mandate.since) : '', day: formatWholeDay(endsOn) })}</span>
      </span>
    </label>
  );
}
