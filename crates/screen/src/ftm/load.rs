//! Reads the model's data file. It is part of the program, so a line it cannot read is skipped, and a test counts them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, Model, Property, Schema, Type};

static DATA: &str = include_str!("model.txt");

/// The model as the data file holds it, with every schema's inherited properties.
pub(super) fn model() -> Model {
    let (own, types) = read(DATA);
    let schemata = own
        .keys()
        .filter_map(|name| Some((*name, whole(&own, name)?)))
        .collect();
    Model { schemata, types }
}

type Schemata = BTreeMap<&'static str, Schema>;
type Types = BTreeMap<&'static str, Type>;

fn read(data: &'static str) -> (Schemata, Types) {
    let (mut schemata, mut types) = (Schemata::new(), Types::new());
    let (mut schema, mut of_type) = ("", "");
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (kind, name) = (next(&mut cells), next(&mut cells));
        match kind {
            "type" => {
                of_type = name;
                types.insert(name, a_type(name, &mut cells));
            }
            "value" => {
                let (code, label) = (next(&mut cells), next(&mut cells));
                if let Some(found) = types.get_mut(of_type) {
                    found.values.insert(code, label);
                }
            }
            "schema" => {
                schema = name;
                schemata.insert(name, a_schema(name, &mut cells));
            }
            "edge" => {
                if let Some(found) = schemata.get_mut(schema) {
                    found.edge = Some(an_edge(name, &mut cells));
                }
            }
            "property" => {
                if let Some(found) = schemata.get_mut(schema) {
                    found
                        .properties
                        .insert(name, a_property(schema, name, &mut cells));
                }
            }
            _ => {}
        }
    }
    (schemata, types)
}

type Cells<'c> = std::str::Split<'static, char>;

fn next(cells: &mut Cells<'_>) -> &'static str {
    cells.next().unwrap_or_default()
}

fn list(cells: &mut Cells<'_>) -> Vec<&'static str> {
    next(cells).split(',').filter(|c| !c.is_empty()).collect()
}

fn a_type(name: &'static str, cells: &mut Cells<'_>) -> Type {
    let (label, plural, group) = (next(cells), next(cells), next(cells));
    let flags = list(cells);
    Type {
        name,
        label,
        plural,
        group,
        matchable: flags.contains(&"matchable"),
        pivot: flags.contains(&"pivot"),
        longest: next(cells).parse().unwrap_or_default(),
        values: BTreeMap::new(),
    }
}

fn a_schema(name: &'static str, cells: &mut Cells<'_>) -> Schema {
    let (label, plural, extends) = (next(cells), next(cells), list(cells));
    let flags = list(cells);
    Schema {
        name,
        label,
        plural,
        extends,
        is_abstract: flags.contains(&"abstract"),
        matchable: flags.contains(&"matchable"),
        generated: flags.contains(&"generated"),
        hidden: flags.contains(&"hidden"),
        deprecated: flags.contains(&"deprecated"),
        featured: list(cells),
        caption: list(cells),
        required: list(cells),
        temporal: (list(cells), list(cells)),
        ..Schema::default()
    }
}

fn an_edge(source: &'static str, cells: &mut Cells<'_>) -> Edge {
    Edge {
        source,
        target: next(cells),
        label: next(cells),
        directed: next(cells) == "directed",
        caption: list(cells),
    }
}

fn a_property(schema: &'static str, name: &'static str, cells: &mut Cells<'_>) -> Property {
    let (label, type_name, flags) = (next(cells), next(cells), list(cells));
    Property {
        name,
        schema,
        label,
        type_name,
        matchable: flags.contains(&"matchable"),
        stub: flags.contains(&"stub"),
        hidden: flags.contains(&"hidden"),
        deprecated: flags.contains(&"deprecated"),
        range: next(cells),
        reverse: next(cells),
        longest: next(cells).parse().unwrap_or_default(),
        format: next(cells),
    }
}

/// The schema with what it inherits: the nearest definition of a property counts.
fn whole(own: &Schemata, name: &str) -> Option<Schema> {
    let mut schema = own.get(name)?.clone();
    let mut all = BTreeSet::from([schema.name]);
    let mut waiting = schema.extends.clone();
    while let Some(parent) = waiting.pop().and_then(|name| own.get(name)) {
        if !all.insert(parent.name) {
            continue;
        }
        for (name, property) in &parent.properties {
            schema
                .properties
                .entry(name)
                .or_insert_with(|| property.clone());
        }
        waiting.extend(&parent.extends);
    }
    schema.schemata = all.into_iter().collect();
    Some(schema)
}
