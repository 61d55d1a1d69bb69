using System.Collections.Frozen;
using System.Collections.Immutable;
using Oms.Domain.Refusals;

namespace Oms.Domain.Import.LinkMl;

/// <summary>The definitions of all files together, found by the names they have there.</summary>
internal sealed class LinkMlModel
{
    // A schema of these has nothing for an ontology; the names are those of the generated code's own types (NameRules).
    private static readonly FrozenSet<string> TakenNames = FrozenSet.Create(
        StringComparer.Ordinal, "Boolean", "Float", "ID", "Int", "Mutation", "Query", "String", "Subscription");

    private readonly Dictionary<(LinkMlSection, string), LinkMlDefinition> byName = [];
    private readonly Dictionary<(LinkMlSection, string), LinkMlDefinition> byApiName = [];
    private readonly List<LinkMlDefinition> all = [];
    private readonly List<(LinkMlSchema Schema, LinkMlMapping Root)> schemas = [];
    private readonly LinkMlGaps gaps;

    private LinkMlModel(LinkMlGaps gaps) => this.gaps = gaps;

    /// <summary>The schemas in the order of the files.</summary>
    internal IReadOnlyList<(LinkMlSchema Schema, LinkMlMapping Root)> Schemas => schemas;

    /// <summary>The definitions of a section in the order of the files.</summary>
    internal IEnumerable<LinkMlDefinition> Of(LinkMlSection section) => all.Where(d => d.Section == section);

    /// <summary>A definition by its name; null where there is none.</summary>
    internal LinkMlDefinition? Find(LinkMlSection section, string name) => byName.GetValueOrDefault((section, name));

    /// <summary>Gathers the definitions of files, or refuses what no importer could make sense of.</summary>
    internal static Result<LinkMlModel> Read(ImmutableArray<LinkMlFile> files, LinkMlGaps gaps)
    {
        var model = new LinkMlModel(gaps);
        foreach (var file in files)
            if (model.Add(file) is { } refusal)
                return refusal;
        return model;
    }

    private ImportFileInvalid? Add(LinkMlFile file)
    {
        var root = file.Root;
        if (root["id"] is not LinkMlScalar { Text.Length: > 0 } id)
            return new ImportFileInvalid(file.Name, root.Line, "a LinkML schema has an 'id' at its top; this one has none");
        if (root["classes"] is null && root["slots"] is null && root["enums"] is null && root["types"] is null)
            return new ImportFileInvalid(file.Name, root.Line, "a LinkML schema has 'classes', 'slots', 'enums' or 'types'; this one has none of them");
        var schema = new LinkMlSchema(root, id.Text);
        schemas.Add((schema, root));
        foreach (var import in gaps.Texts("schema", root["imports"]).Where(i => i.Text is not ("linkml:types" or "biolinkml:types")))
            gaps.Add("schema", $"The import '{LinkMlGaps.Shortened(import.Text)}' is not followed; give its file along with this one.", import.Line);
        return Add(file, schema, LinkMlSection.Types, root["types"]) ?? Add(file, schema, LinkMlSection.Enums, root["enums"])
            ?? Add(file, schema, LinkMlSection.Slots, root["slots"]) ?? Add(file, schema, LinkMlSection.Classes, root["classes"]);
    }

    private ImportFileInvalid? Add(LinkMlFile file, LinkMlSchema schema, LinkMlSection section, LinkMlNode? node)
    {
        var part = section.ToString().ToLowerInvariant();
        if (node is LinkMlScalar)
            return new ImportFileInvalid(file.Name, node.Line, $"'{part}' is a single value; a mapping of names to definitions is needed");
        foreach (var entry in gaps.Named(part, node))
        {
            if (Find(section, entry.Key) is { } other)
                return new ImportFileInvalid(
                    file.Name, entry.Line, $"the {other.Words} is defined a second time, after line {other.Line}");
            Add(schema, section, entry);
        }
        return null;
    }

    private void Add(LinkMlSchema schema, LinkMlSection section, LinkMlEntry entry)
    {
        var api = ApiName(section, entry.Key);
        var body = gaps.Body(section.ToString().ToLowerInvariant(), entry);
        var definition = new LinkMlDefinition(
            section, entry.Key, api, schema.Identity(entry.Key), Source(schema, section, entry.Key, body), schema, body, entry.Line);
        if (api.Length == 0)
            gaps.Add(definition, "No name can be made of it: there is no letter or digit of ASCII in it.");
        else if (!byApiName.TryAdd((Names(definition), api), definition))
            gaps.Add(definition, $"It would be called '{api}', as the {byApiName[(Names(definition), api)].Words} is.");
        else
        {
            byName[(section, entry.Key)] = definition;
            all.Add(definition);
        }
    }

    // Enums and types both become value types, so they share their names.
    private static LinkMlSection Names(LinkMlDefinition definition) =>
        definition.Section == LinkMlSection.Enums ? LinkMlSection.Types : definition.Section;

    private static string ApiName(LinkMlSection section, string name)
    {
        if (section == LinkMlSection.Slots)
            return LinkMlNames.Camel(name) is var camel && camel is "true" or "false" or "null" ? camel + "_" : camel;
        var pascal = LinkMlNames.Pascal(name);
        return TakenNames.Contains(pascal) ? pascal + "_" : pascal;
    }

    private static string Source(LinkMlSchema schema, LinkMlSection section, string name, LinkMlMapping body)
    {
        var key = section switch
        {
            LinkMlSection.Classes => "class_uri",
            LinkMlSection.Slots => "slot_uri",
            LinkMlSection.Enums => "enum_uri",
            _ => "uri",
        };
        if (section != LinkMlSection.Types && body[key] is LinkMlScalar { Text.Length: > 0 } own)
            return schema.Expand(own.Text);
        return schema.Address(section == LinkMlSection.Slots ? LinkMlNames.Underscored(name) : LinkMlNames.Pascal(name));
    }
}
