//! A small invented list in each format.

use screen::lists::Format;

pub(crate) const SDN: &str = "101,\"VADKERTI, Orsolya Anna\",\"individual\",\"ALPHA] [BETA\",\"Director\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; alt. DOB circa 1949; POB Port Azure, Chad; nationality Chad; Gender Female; Passport X123 45 (Chad) issued 1 Jan 2001; National ID No. 77-8 (Mali); a.k.a. 'ORSI'; Digital Currency Address - XBT 1Abc; Linked To: BLUE QUAY.\"\r\n\
102,\"BLUE QUAY\",-0- ,\"ALPHA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"SWIFT/BIC ABCDTDND; Identification Number IMO 1234567; Website www.quay.example; Tax ID No. 9 (Cha\"\r\n\
103,\"SEA LARK\",\"vessel\",\"ALPHA\",-0- ,\"3ABC\",\"Tug\",100,200,\"Panama\",-0- ,\"Vessel Registration Identification IMO 7654321; f.k.a. 'LARK'.\"\r\n\u{1A}";
pub(crate) const ALT: &str =
    "101,1,\"aka\",\"WADKERTI, Orszolya\",-0- \r\n102,2,\"fka\",\"RED QUAY\",-0- \r\n\u{1A}";
pub(crate) const ADD: &str = "102,1,\"1 Quay\",\"Port Azure\",\"Chad\",-0- \r\n\u{1A}";
pub(crate) const COMMENTS: &str = "102,\"d); Registration ID 55.\"\r\n\u{1A}";

pub(crate) const OFAC_XML: &str = r#"<?xml version="1.0"?><sdnList xmlns="x"><publshInformation><Publish_Date>03/28/2025</Publish_Date><Record_Count>1</Record_Count></publshInformation>
<sdnEntry><uid>101</uid><firstName>Orsolya</firstName><lastName>VADKERTI</lastName><sdnType>Individual</sdnType><programList><program>ALPHA</program></programList>
<akaList><aka><uid>1</uid><type>a.k.a.</type><category>weak</category><lastName>ORSI</lastName></aka></akaList>
<idList><id><uid>2</uid><idType>Passport</idType><idNumber>X123</idNumber><idCountry>Chad</idCountry><issueDate>1 Jan 2001</issueDate><expirationDate>1 Jan 2011</expirationDate></id><id><uid>3</uid><idType>Digital Currency Address - ETH</idType><idNumber>0xAb</idNumber></id></idList>
<dateOfBirthList><dateOfBirthItem><uid>4</uid><dateOfBirth>circa 1948</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry></sdnList>"#;

pub(crate) const EU_XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2025-11-20T10:00:00"><sanctionEntity euReferenceNumber="EU.1.1" logicalId="13"><remark>A &amp; B</remark><regulation programme="TST" publicationDate="2020-01-02"><publicationUrl>https://eur-lex.example/1</publicationUrl></regulation><subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Orsolya &quot;Orsi&quot; Vadkerti" gender="F" function="Director" strong="true"/><nameAlias wholeName="Orsi" strong="false"/><nameAlias wholeName="Орсолья Вадкерти" strong="true"/><citizenship countryIso2Code="TD" countryDescription="CHAD"/><birthdate circa="true" calendarType="GREGORIAN" city="Port Azure" year="1948" countryIso2Code="TD" countryDescription="CHAD"/><identification identificationTypeCode="passport" number="X123" countryIso2Code="TD" countryDescription="CHAD"/></sanctionEntity></export>"#;

pub(crate) const EU_CSV: &str = "\u{FEFF}fileGenerationDate;Entity_LogicalId;Entity_SubjectType_ClassificationCode;NameAlias_WholeName;NameAlias_Gender;BirthDate_Year;Citizenship_CountryIso2Code;Identification_Number;Identification_TypeCode\r\n\
20/11/2025;13;P;Orsolya Vadkerti;F;;;;\r\n20/11/2025;13;P;;;1948;;;\r\n20/11/2025;13;P;;;;TD;;\r\n20/11/2025;13;P;Orsi Vadkerti;;;;X123;passport\r\n";

/// Columns of the European Union's table that say who it is beside the usual ones.
pub(crate) const EU_CSV_PARTS: &str = "fileGenerationDate;Entity_LogicalId;Entity_DesignationDate;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_NumberTitle;NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;NameAlias_LogicalId;NameAlias_Remark;Address_ContactInfo;Address_Remark;Identification_Number;Identification_LatinNumber;Identification_KnownFalse;Identification_TypeCode;Citizenship_Regulation_Type\r\n\
20/11/2025;13;02/01/2020;P;person;1/2020;Vadkerti;Orsolya;Anna;;1;;;;;;;;\r\n20/11/2025;13;02/01/2020;P;person;1/2020;;;;Orsi;2;Low quality alias;;;;;;;\r\n20/11/2025;13;02/01/2020;P;person;1/2020;;;;Orsi Vadkerti;3;Good quality;WEB[quay.example];Since 2001;Х123;X123;false;passport;amendment\r\n";

/// The same in XML.
pub(crate) const EU_XML_PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><export generationDate="2025-11-20T10:00:00"><sanctionEntity logicalId="13" designationDate="2020-01-02"><subjectType code="person"/><nameAlias firstName="Orsolya" middleName="Anna" lastName="Vadkerti" strong="true"/><nameAlias wholeName="Orsi" strong="true"><remark>Low quality alias</remark></nameAlias><nameAlias wholeName="Orsi Vadkerti" strong="true"><remark>Good quality</remark><remark>Used in Mali</remark></nameAlias><address street="1 Quay"><remark>Since 2001</remark><contactInfo key="FAX" value="+235 22 55 55 55"/></address></sanctionEntity></export>"#;

pub(crate) const EU_JOURNAL: &str = "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,nationality,birthDate,ethnicity,imoNumber\n\
32000R0001,1,EU-TST,I,Asset freeze,17.3.2014,\"Said, \"\"so\"\"\",Person,Orsolya VADKERTI,Orsi VADKERTI (Орсолья ВАДКЕРТИ); Orsi,Chad,\"a) 10.12.1948, b) 1949\",none of ours,\n\
32000R0001,,EU-TST,II,,,,Vessel,Sea Lark,,,,,7654321\n";

pub(crate) const UK: &str = "Report Date: 21-Nov-2025\nLast Updated,Unique ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Name non-latin script,Regime Name,Designation Type,Address Line 1,Address Country,Date Designated,D.O.B,Nationality(/ies),Passport number,Gender,Town of birth,Country of birth,IMO number\n\
20/11/2025,TST0001,VADKERTI,Orsolya,Anna,,,,Primary Name,,Орсолья Вадкерти,The Test Regulations,Individual,1 Quay,Chad,02/01/2020,dd/mm/1948,Chad,X123,Female,Port Azure,Chad,\n\
20/11/2025,TST0001,ORSI,,,,,,Alias,Low Quality,,The Test Regulations,Individual,,,02/01/2020,10/12/1948,,,,,,\n";

/// Rows of a ship, and the columns that only ships and firms have.
pub(crate) const UK_SHIP: &str = "Report Date: 21-Nov-2025\nLast Updated,Unique ID,OFSI Group ID,Name 6,Name type,Alias strength,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,\"Individual, Entity, Ship\",Designation source,Sanctions Imposed,Subsidiaries,Parent Company,IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)\n\
20/11/2025,TST0002,77,SEA LARK,Primary Name,,,,,The Test Regulations,Ship,UK,Asset freeze,,,7654321,Blue Quay,Red Quay,Chad,Mali,Tug,100,20m,1990,\n";

pub(crate) const OFSI: &str = "Last Updated,21/11/2025\nName 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Nationality,Group Type,Alias Type,Alias Quality,Regime,Listed On,Group ID\n\
VADKERTI,Orsolya,,,,,Dr,(1) 1948. (2) 10/12/1949.,Chad,Individual,Primary name,,Test,02/01/2020,7001\nORSI,,,,,,,,,Individual,AKA,Low,Test,02/01/2020,7001\n";

pub(crate) const CANADA: &str = "<?xml version=\"1.0\"?><data-set><record><Country>Chad / Tchad</Country><LastName>Vadkerti</LastName><GivenName>Orsolya</GivenName><DateOfBirthOrShipBuildDate>1948</DateOfBirthOrShipBuildDate><Aliases>Orsi; Орсолья</Aliases><Schedule>1, Part 1</Schedule><Item>4</Item></record><record><Country>Chad / Tchad</Country><EntityOrShip>Sea Lark</EntityOrShip><ShipIMONumber>7654321</ShipIMONumber><Schedule>2</Schedule><Item>1</Item></record></data-set>";

pub(crate) const AUSTRALIA: &str = "Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Place of Birth,Citizenship,Address,Additional Information,Listing Information,IMO Number,Committees,Control Date\n\
12,Orsolya Vadkerti,Individual,Primary Name,10/12/1948,Port Azure,Chad,\"1 Quay, Port Azure, Chad\",,,,Test,2/01/2020\n12a,Orsi,Individual,aka,,,,,,,,Test,2/01/2020\n";

/// The same with the columns of 2026.
pub(crate) const AUSTRALIA_MEASURES: &str = "Reference,Name of Individual or Entity,Type,Name Type,Alias Strength,Date of Birth,Place of Birth,Citizenship,Address,Additional Information,Listing Information,IMO Number,Committees,Control Date,Instrument of Designation,Targeted Financial Sanction,Travel Ban,Arms Embargo,Maritime Restriction\n\
12,Orsolya Vadkerti,Individual,Primary Name,,a) 10/12/1948 b) 1949,a) Port Azure b) Chad,Chad,a) 1 Quay b) 2 Quay,,,,Test,2/01/2020,The Test Instrument,TRUE,Yes,FALSE,\n\
12a,Orsi,Individual,aka,Weak,,,,,,,,Test,2/01/2020,The Test Instrument,TRUE,Yes,FALSE,\n\
12b,Orsolya Kuyper,Individual,Formerly known as,Strong,,,,,,,,Test,2/01/2020,The Test Instrument,TRUE,Yes,FALSE,\n";

pub(crate) const DENIED: &str = "\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Postal_Code\"\t\"Effective_Date\"\t\"Expiration_Date\"\t\"Standard_Order\"\t\"Last_Update\"\t\"Action\"\t\"FR_Citation\"\n\
\"ORSOLYA VADKERTI\"\t\"1 QUAY\"\t\"AZURE\"\t\"TX\"\t\"\"\t\"1\"\t\"06/19/2003\"\t\"06/29/2056\"\t\"Y\"\t\"2007-01-31\"\t\"ADDED\"\t\"1 F.R. 1\"\n\"ORSOLYA VADKERTI\"\t\"2 QUAY\"\t\"PORT\"\t\"\"\t\"TD\"\t\"\"\t\"06/19/2003\"\t\"\"\t\"Y\"\t\"\"\t\"\"\t\"\"\n";

pub(crate) const FLAT: &str = "Name,Alias,Nationality,Designation,Sanction Type,Source\nOrsolya Vadkerti,\"Orsi, Wadkerti\",CHAD,person,TST,Somewhere\nBlue Quay,None,Unknown,Entity,TST,Somewhere\n";

pub(crate) const FTM: &str = "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Orsolya Vadkerti\"],\"religion\":[\"x\"],\"shoeSize\":42,\"birthDate\":\"1948\"},\"datasets\":[\"d\"],\"referents\":[\"b\"],\"target\":true,\"last_seen\":\"2025-11-20T10:00:00\"}\n\
{\"id\":\"o\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"a\"],\"asset\":[{\"id\":\"c\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Blue Quay\"],\"parent\":[\"c\"]}}]}}\n{\"id\":\"z\",\"schema\":\"Spaceship\",\"properties\":{\"name\":[null,\"Z\",[1]]}}\n{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"alias\":[\"Orsi\"]}}\n";

pub(crate) const TABLE: &str = "Ref;Kind;Given;Family;Born;Country;Also;Remark\n1;P;Orsolya;Vadkerti;10.12.1948;Chad;Orsi|Wadkerti;x\n1;P;Orszolya;Vadkerti;;;;\n2;F;;Blue Quay;;;;";
pub(crate) const MAPPING: &str = "separator = \";\"\nid = \"Ref\"\nid_prefix = \"td-\"\nschema = \"Person\"\nschema_column = \"Kind\"\n[schemata]\nF = \"Company\"\n[columns]\nGiven = { property = \"name\", place = 1 }\nFamily = { property = \"name\", place = 2 }\nBorn = \"birthDate\"\nCountry = \"country\"\nAlso = { property = \"alias\", values = \"|\" }\n[constants]\ntopics = [\"wanted\"]\n";

/// Canada's list with its elements named in both languages, as it is published since 2026.
pub(crate) const CANADA_BOTH: &str = "<?xml version=\"1.0\"?><data-set><record><Country-Pays>Chad / Tchad</Country-Pays><LastName-NomDeFamille>Vadkerti</LastName-NomDeFamille><GivenName-Prenom>Orsolya\u{a0}</GivenName-Prenom><Aliases-Alias>Orsi, Orszolya Wadkerti or Orsolja Wadkerti, Russian : Орсолья Вадкерти/ Орсоля Вадкертi; Anne Vadkerti and Anna Wadkerti; Anna or Anne Vadkerti</Aliases-Alias><DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire>1948 or 1949-12-10</DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire><TitleOrShipType-TitreOuTypeDeNavire>General | Général</TitleOrShipType-TitreOuTypeDeNavire><Schedule-Annexe>1</Schedule-Annexe><Item-NumeroDarticle>4</Item-NumeroDarticle><DateOfListing-DateDinscription>2020-01-02</DateOfListing-DateDinscription></record><record><Country-Pays>Blue Harvest Regulations (BHR) / Règlement (RBH)</Country-Pays><EntityOrShip-EntiteOuNavire>Blue Quay, AO</EntityOrShip-EntiteOuNavire><Aliases-Alias>BQ, Quay of Blue, AO, Quay (Red, Green), \"Quai Bleu\"/ QB, Fund for those, fallen on hard times Arabic: الرصيف</Aliases-Alias><Item-NumeroDarticle>1</Item-NumeroDarticle></record></data-set>";

pub(crate) const UN: &str = "<CONSOLIDATED_LIST dateGenerated=\"2026-01-01\"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ORSOLYA</FIRST_NAME><SECOND_NAME>VADKERTI</SECOND_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>\n";

/// A sample of each format that comes in one file and needs no mapping.
pub(crate) const SAMPLES: &[(Format, &str)] = &[
    (Format::OfacCsv, SDN),
    (Format::OfacXml, OFAC_XML),
    (Format::EuXml, EU_XML),
    (Format::EuCsv, EU_CSV),
    (Format::EuJournal, EU_JOURNAL),
    (Format::UkCsv, UK),
    (Format::UkCsv, OFSI),
    (Format::CanadaXml, CANADA),
    (Format::AustraliaCsv, AUSTRALIA),
    (Format::DeniedPersons, DENIED),
    (Format::FlatCsv, FLAT),
    (Format::FtmJson, FTM),
];
