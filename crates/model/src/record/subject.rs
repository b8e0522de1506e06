//! Of what a record is, and the words for what is said of it: the vocabulary of FollowTheMoney, so that screening reads a record as
//! it reads a list, with the terms of STIX 2.1 and of UMF (Universal Message Format) beside it.

use crate::code::coded;

coded! {
    /// The kind of subject of a record.
    pub enum Subject {
        /// A person.
        Person = "person",
        /// A company, group, network, public body.
        Organisation = "organisation",
        /// A passport, identity card, visa.
        Document = "document",
        /// A vehicle on land.
        Vehicle = "vehicle",
        /// A ship or an aircraft.
        Vessel = "vessel",
        /// A bank account or card.
        Account = "account",
        /// A wallet of virtual assets.
        Wallet = "wallet",
        /// A telephone number or device.
        Phone = "phone",
        /// A mail box or an account of a service on line.
        OnlineAccount = "online-account",
        /// Something that happened.
        Event = "event",
        /// A place.
        Place = "place",
        /// A weapon, explosive or precursor.
        Weapon = "weapon",
        /// Any other thing.
        Object = "object",
    }
}

impl Subject {
    /// The schema of FollowTheMoney that it is.
    #[must_use]
    pub const fn schema(self) -> &'static str {
        match self {
            Subject::Person => "Person",
            Subject::Organisation => "Organization",
            Subject::Document => "Passport",
            Subject::Vehicle => "Vehicle",
            Subject::Vessel => "Vessel",
            Subject::Account => "BankAccount",
            Subject::Wallet => "CryptoWallet",
            Subject::Phone | Subject::OnlineAccount => "UserAccount",
            Subject::Event => "Event",
            Subject::Place => "Address",
            Subject::Weapon | Subject::Object => "Asset",
        }
    }

    /// The type of STIX 2.1 that it is: never `threat-actor`, which a record of a person must not say by default.
    #[must_use]
    pub const fn stix(self) -> &'static str {
        match self {
            Subject::Person | Subject::Organisation => "identity",
            Subject::Phone | Subject::OnlineAccount => "user-account",
            Subject::Place => "location",
            Subject::Event => "incident",
            _ => "x-comity-object",
        }
    }

    /// The concept of UMF that it is.
    #[must_use]
    pub const fn umf(self) -> &'static str {
        match self {
            Subject::Person => "Person",
            Subject::Organisation => "Organisation",
            Subject::Document => "Document",
            Subject::Vehicle => "MeansOfTransportation",
            Subject::Vessel => "MeansOfTransportation",
            Subject::Account | Subject::Wallet => "FinancialAccount",
            Subject::Phone | Subject::OnlineAccount => "CommunicationMeans",
            Subject::Event => "Event",
            Subject::Place => "Location",
            Subject::Weapon => "Firearm",
            Subject::Object => "Item",
        }
    }
}

coded! {
    /// What an assertion says of its subject.
    pub enum Property {
        /// Full name, in its own script.
        Name = "name",
        /// Another name.
        Alias = "alias",
        /// Another name that fits many ("Abu Ahmed").
        WeakAlias = "weakAlias",
        /// Date of birth, as precise as it is known.
        BirthDate = "birthDate",
        /// Place of birth.
        BirthPlace = "birthPlace",
        /// Date of death.
        DeathDate = "deathDate",
        /// State whose national the person is, or whose flag or plate the thing bears.
        Nationality = "nationality",
        /// Sex, as in the document.
        Gender = "gender",
        /// Number of a passport.
        Passport = "passportNumber",
        /// Number of another identity document.
        Identification = "idNumber",
        /// Address or place.
        Address = "address",
        /// Country of residence, registration or event.
        Country = "country",
        /// Telephone number.
        Phone = "phone",
        /// Mail address.
        Email = "email",
        /// Handle or number of an account.
        AccountNumber = "accountNumber",
        /// Registration: plate, IMO number, hull, tail, serial number.
        Registration = "registrationNumber",
        /// When it happened, began or was made.
        Date = "date",
        /// What it is, in words.
        Description = "description",
        /// A statement in words.
        Statement = "statement",
        /// What may be done when it is met: `inspect`, `silent-check`, `arrest`.
        Action = "action",
        /// What whoever meets it must know: armed, infectious, may harm themselves.
        Warning = "warning",
        /// A biometric, by reference: its modality, quality and file stand in the attachment.
        Biometric = "biometric",
        /// What the subject is **not**: a document, birth date or biometric of somebody taken for them.
        NotThis = "notThis",
    }
}

impl Property {
    /// The property of FollowTheMoney that carries it; `None` for what a list has no word for.
    #[must_use]
    pub const fn ftm(self) -> Option<&'static str> {
        match self {
            Property::Date => Some("date"),
            Property::Description | Property::Statement | Property::Warning => Some("notes"),
            Property::Action | Property::Biometric | Property::NotThis => None,
            other => Some(other.code()),
        }
    }

    /// Whether it identifies a person beside the name.
    #[must_use]
    pub const fn identifies(self) -> bool {
        matches!(
            self,
            Property::BirthDate | Property::Passport | Property::Identification
        )
    }
}
