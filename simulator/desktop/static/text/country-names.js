/**
 * What countries are called besides their names in the languages of the page: the three letters of ISO 3166-1 (and those reserved for
 * Ascension Island, Tristan da Cunha and Kosovo), and short, earlier and everyday names that people type.
 */

/** @type {Record<string, string[]>} */
export const ALSO_CALLED = {
  AE: ["UAE", "Emirates", "Emiraten"],
  BN: ["Brunei Darussalam"],
  CD: ["DRC", "DR Congo", "Democratic Republic of the Congo", "Demokratiska republiken Kongo", "Zaire"],
  CG: ["Republic of the Congo", "Republiken Kongo"],
  CI: ["Ivory Coast", "Elfenbenskusten"],
  CN: ["PRC", "People's Republic of China"],
  CV: ["Cabo Verde", "Cape Verde"],
  CZ: ["Czech Republic", "Czechia"],
  FM: ["Federated States of Micronesia"],
  GB: ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland", "Förenade kungariket", "Skottland", "Nordirland"],
  HK: ["Hong Kong"],
  IE: ["Republic of Ireland", "Eire"],
  IR: ["Persia"],
  KP: ["DPRK"],
  KR: ["Republic of Korea"],
  LA: ["Lao PDR"],
  LK: ["Ceylon"],
  MK: ["Macedonia", "FYROM", "Makedonien"],
  MM: ["Myanmar", "Burma"],
  MO: ["Macao", "Macau"],
  NL: ["Holland"],
  PS: ["Palestine", "Palestina"],
  RU: ["Russian Federation"],
  SY: ["Syrian Arab Republic"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TR: ["Turkey"],
  TW: ["Republic of China"],
  US: ["America", "United States of America", "Amerika", "Förenta staterna"],
  VA: ["Holy See", "Heliga stolen"],
  VN: ["Viet Nam"],
};

/** @type {Record<string, string>} */
export const LONG_CODES = Object.fromEntries(
  `
  AC ASC AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AR ARG AS ASM AT AUT AU AUS AW ABW AX ALA AZ AZE BA BIH BB BRB BD BGD
  BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN BO BOL BQ BES BR BRA BS BHS BT BTN BW BWA BY BLR BZ BLZ CA CAN CC CCK
  CD COD CF CAF CG COG CH CHE CI CIV CK COK CL CHL CM CMR CN CHN CO COL CR CRI CU CUB CV CPV CW CUW CX CXR CY CYP CZ CZE DE DEU DJ DJI
  DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH ER ERI ES ESP ET ETH FI FIN FJ FJI FK FLK FM FSM FO FRO FR FRA GA GAB GB GBR
  GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB GN GIN GP GLP GQ GNQ GR GRC GT GTM GU GUM GW GNB GY GUY HK HKG HN HND HR HRV
  HT HTI HU HUN ID IDN IE IRL IL ISR IM IMN IN IND IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM
  KI KIR KM COM KN KNA KP PRK KR KOR KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY
  MA MAR MC MCO MD MDA ME MNE MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC MP MNP MQ MTQ MR MRT MS MSR MT MLT MU MUS MV MDV
  MW MWI MX MEX MY MYS MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA NI NIC NL NLD NO NOR NP NPL NR NRU NU NIU NZ NZL OM OMN PA PAN PE PER
  PF PYF PG PNG PH PHL PK PAK PL POL PM SPM PR PRI PS PSE PT PRT PW PLW PY PRY QA QAT RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB
  SC SYC SD SDN SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SX SXM SY SYR SZ SWZ
  TA TAA TC TCA TD TCD TG TGO TH THA TJ TJK TK TKL TL TLS TM TKM TN TUN TO TON TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA US USA
  UY URY UZ UZB VA VAT VC VCT VE VEN VG VGB VI VIR VN VNM VU VUT WF WLF WS WSM XK XKX YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE
  `
    .trim()
    .split(/\s+/)
    .flatMap((code, index, all) => (index % 2 ? [] : [[code, all[index + 1]]])),
);
