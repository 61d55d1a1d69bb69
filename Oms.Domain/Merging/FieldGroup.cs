using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Fields that mean something only together, so that they are taken from one side together (domain.md 3.1, field groups); mostly one.</summary>
/// <param name="Name">The name of the first, under which the group is told.</param>
/// <param name="Fields">The fields.</param>
internal sealed record FieldGroup(string Name, ImmutableArray<RecordField> Fields)
{
    internal bool Same(object a, object b)
    {
        foreach (var field in Fields)
            if (!ModelValues.Same(field.Get(a), field.Get(b)))
                return false;
        return true;
    }

    internal void Copy(object from, object to)
    {
        foreach (var field in Fields)
            field.Set(to, field.Get(from));
    }

    /// <summary>What the group says in a record: the value of the one field, or an object of those that are set; null for nothing.</summary>
    internal JsonLiteral? Json(object record)
    {
        if (Fields.Length == 1)
            return ModelValues.Json(Fields[0].Get(record), Fields[0].Type);
        var json = new JsonObject();
        foreach (var field in Fields)
            if (ModelValues.Json(field.Get(record), field.Type) is { } value)
                json[field.Name] = JsonNode.Parse(value.Text);
        return json.Count == 0 ? null : new JsonLiteral(json.ToJsonString(History.CanonicalJson.Options));
    }
}
