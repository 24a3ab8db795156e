import type { Migration } from 'kysely/migration';
import * as villages from './001-villages.ts';
import * as photos from './002-photos.ts';
import * as listings from './003-listings.ts';
import * as search from './004-search.ts';
import * as limits from './005-limits.ts';
import * as unusedPhotos from './006-unused-photos.ts';
import * as permits from './007-permits.ts';
import * as maskedSearch from './008-masked-search.ts';
import * as saidBy from './009-said-by.ts';
import * as inquiries from './010-inquiries.ts';
import * as inquiryEvents from './011-inquiry-events.ts';
import * as spentChallenges from './012-spent-challenges.ts';
import * as unproven from './013-unproven.ts';
import * as reports from './020-reports.ts';
import * as siteChallenges from './021-site-challenges.ts';
import * as siteRequests from './022-site-requests.ts';
import * as unitWords from './023-unit-words.ts';
import * as makers from './024-makers.ts';
import * as replies from './025-replies.ts';
import * as consignments from './026-consignments.ts';
import * as checked from './027-checked.ts';
import * as shortCodes from './028-short-codes.ts';
import * as lettersSideBySide from './029-letters-side-by-side.ts';
import * as recipes from './030-recipes.ts';
import * as recipeOffers from './031-recipe-offers.ts';
import * as nameIsAbout from './032-what-a-name-is-about.ts';
import * as villageProfiles from './033-village-profiles.ts';
import * as villagePlaces from './034-village-places.ts';
import * as productPage from './036-product-page.ts';
import * as notices from './037-notices.ts';
import * as phones from './038-phones.ts';
import * as waitingList from './039-waiting-list.ts';
import * as manyVillages from './040-one-product-of-many-villages.ts';
import * as views from './041-views.ts';
import * as oneThread from './042-one-thread-of-a-form.ts';
import * as operators from './043-operators.ts';
import * as practice from './044-practice.ts';
import * as desk from './045-desk.ts';

/** In order of their numbers. 001–009 core, 010–019 inquiries, 020 reports, 021–022 a village's sites, 023 a listing's unit, 024–026 its makers, replies and consignments, 027 when a listing was checked, 028–029 its invites, 030–031 how its sites save an article, 032 what a search finds a listing by, 033–034 a village's face and place, 036 what a product page says of hand-over, payment and sales, 037–039 how both sides are told and answer from a phone, 040 and 042 one product of many villages, 041 how often a product was seen, 043 who runs the market, 044 rooms for practice, 045 what an operator's desk needs; a released migration never changes. */
export const migrations: Record<string, Migration> = {
  '001-villages': villages,
  '002-photos': photos,
  '003-listings': listings,
  '004-search': search,
  '005-limits': limits,
  '006-unused-photos': unusedPhotos,
  '007-permits': permits,
  '008-masked-search': maskedSearch,
  '009-said-by': saidBy,
  '010-inquiries': inquiries,
  '011-inquiry-events': inquiryEvents,
  '012-spent-challenges': spentChallenges,
  '013-unproven': unproven,
  '020-reports': reports,
  '021-site-challenges': siteChallenges,
  '022-site-requests': siteRequests,
  '023-unit-words': unitWords,
  '024-makers': makers,
  '025-replies': replies,
  '026-consignments': consignments,
  '027-checked': checked,
  '028-short-codes': shortCodes,
  '029-letters-side-by-side': lettersSideBySide,
  '030-recipes': recipes,
  '031-recipe-offers': recipeOffers,
  '032-what-a-name-is-about': nameIsAbout,
  '033-village-profiles': villageProfiles,
  '034-village-places': villagePlaces,
  '036-product-page': productPage,
  '037-notices': notices,
  '038-phones': phones,
  '039-waiting-list': waitingList,
  '040-one-product-of-many-villages': manyVillages,
  '041-views': views,
  '042-one-thread-of-a-form': oneThread,
  '043-operators': operators,
  '044-practice': practice,
  '045-desk': desk,
};
