# Words of the template “asset_freezing”: sections, fields with their help, codes.

asset_freezing-template = Request for the freezing of assets (resolution 1373)

## Sections
asset_freezing-section-designation = Measure at home
    .help = What the requesting State has itself decided against the person or the entity.
asset_freezing-section-case = Statement of case
    .help = Why there are reasonable grounds to freeze. A label, even a true one, is not a case.
asset_freezing-section-dated_facts = Facts
    .help = What was done and when, one fact in each entry, with the source that supports it.
    .one = Fact { $index }
    .add = Add a fact
    .remove = Remove fact { $index }
asset_freezing-section-confidential_case = Confidential part of the case
    .help = Kept apart from the request: it can be detached before anything is shown to others.
asset_freezing-section-assets = Known assets
    .help = What is known; the freeze covers other funds and economic resources as well.
    .one = Asset { $index }
    .add = Add an asset
    .remove = Remove asset { $index }
asset_freezing-section-asked = What is asked
    .help = What the requested State is asked to do, and what happens then.
asset_freezing-section-remedies = Remedies and contacts
    .help = Where those concerned turn: to contest the measure, to be taken off the list, to obtain what they live on.

## Measure at home
asset_freezing-designation-kind = Kind of measure
    .help = A designation, a criminal case, or both. “None” where the request goes before either.
asset_freezing-designation-act = Act
    .help = Number and title of the designation.
asset_freezing-designation-designated_on = Date of the designation
    .help = When it was decided.
asset_freezing-designation-authority = Designating authority
    .help = Who decided.

## Statement of case
asset_freezing-case-criteria = Criteria of paragraph 1(c)
    .help = Which of the resolution’s criteria the person or the entity meets.
asset_freezing-case-grounds = Reasonable grounds
    .help = What follows from the facts below, and why it meets the criteria.
asset_freezing-case-releasable = Version that may be released
    .help = What the person, the banks and the public may be told. Without it the measure is hard to defend in court.
asset_freezing-case-confidential = Part that stays confidential
    .help = For the deciding authority and its court only.
asset_freezing-case-un_list = United Nations lists
    .help = Whether the person or the entity stands on a list of the Security Council.
asset_freezing-case-proportionality = Proportionality
    .help = What is done so that lawful humanitarian work goes on.

## Facts
asset_freezing-dated_facts-happened_on = Date
    .help = A month or a year alone is an answer too.
asset_freezing-dated_facts-what = What happened
    .help = Who did what, with which money, to what end.
asset_freezing-dated_facts-source = Source
    .help = Judgment, record, open source, or the service that vouches for it.

## Known assets
asset_freezing-assets-kind = Kind of asset
    .help = Account, land, vehicle, wallet or another economic resource.
asset_freezing-assets-holder = Holder
    .help = In whose name it stands.
asset_freezing-assets-identifier = Identifier
    .help = Number of the account and the bank, entry in the register, address of the wallet.
asset_freezing-assets-place = Place
    .help = Where it is.
asset_freezing-assets-amount = Amount
    .help = As last known.
asset_freezing-assets-currency = Currency
    .help = Three-letter code (ISO 4217), or the name of the crypto-asset.
asset_freezing-assets-link = Link to the person or the entity
    .help = Owned, controlled, or held on behalf of: and how that is known.

## What is asked
asset_freezing-asked-actions = Actions
    .help = Freeze, designate, trace, or keep the request secret.
asset_freezing-asked-no_prior_notice = No prior notice
    .help = Whether the persons concerned must not learn of it before the freeze.
asset_freezing-asked-follow_up = Expected follow-up
    .help = The answer wished: date and hour of the freeze, amounts; then review, restraint or confiscation.

## Remedies and contacts
asset_freezing-remedies-remedy = Legal remedy
    .help = By which appeal, before whom and within what time the measure at home can be contested.
asset_freezing-remedies-delisting_contact = Contact for delisting
    .help = Where the person or the entity asks to be taken off the list.
asset_freezing-remedies-exemption_contact = Contact for exemptions
    .help = Where basic expenses and humanitarian exemptions are dealt with.

## Codes
asset_freezing-code-designations-designation = Designation
asset_freezing-code-designations-criminal_case = Criminal case
asset_freezing-code-designations-both = Designation and criminal case
asset_freezing-code-designations-none = None yet
asset_freezing-code-criteria-commits = Commits terrorist acts
asset_freezing-code-criteria-attempts = Attempts to commit terrorist acts
asset_freezing-code-criteria-participates = Participates in terrorist acts
asset_freezing-code-criteria-facilitates = Facilitates terrorist acts
asset_freezing-code-criteria-owned_or_controlled = Entity owned or controlled by such persons
asset_freezing-code-criteria-acting_on_behalf = Acts on behalf or at the direction of such persons
asset_freezing-code-un_lists-not_listed = Not listed
asset_freezing-code-un_lists-proposed = Proposed for listing
asset_freezing-code-un_lists-listed = Listed
asset_freezing-code-un_lists-removed = Removed from the list
asset_freezing-code-assets-bank_account = Bank account
asset_freezing-code-assets-real_property = Land or building
asset_freezing-code-assets-vehicle = Vehicle
asset_freezing-code-assets-vessel = Vessel or aircraft
asset_freezing-code-assets-crypto_wallet = Wallet of crypto-assets
asset_freezing-code-assets-shares = Shares or securities
asset_freezing-code-assets-cash = Cash
asset_freezing-code-assets-other = Other economic resource
asset_freezing-code-actions-freeze = Freeze without delay
asset_freezing-code-actions-designate = Designate
asset_freezing-code-actions-trace = Trace further assets
asset_freezing-code-actions-keep_secret = Keep secret until the freeze
