import { type DynamicModule, Module } from '@nestjs/common';
import { AccessReviews, REVIEW_MONTHS } from './access-reviews.js';
import { AccessReviewsResolver } from './access-reviews.resolver.js';

/** The yearly look at who may still work for a partner. */
@Module({})
export class AccessReviewsModule {
  /** @param months after which each role must be confirmed again */
  static with(months: number): DynamicModule {
    return { module: AccessReviewsModule, providers: [AccessReviews, { provide: REVIEW_MONTHS, useValue: months }], exports: [AccessReviews] };
  }
}

/** Its doors, for the api. */
@Module({})
export class AccessReviewsDoors {
  static with(months: number): DynamicModule {
    return { module: AccessReviewsDoors, imports: [AccessReviewsModule.with(months)], providers: [AccessReviewsResolver] };
  }
}
