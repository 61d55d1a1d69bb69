using System.Text;
using System.Text.Json;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>The parts of an element that can change one without the other, as canonical text: the element's own, each member, each field of both.</summary>
internal static class BlameParts
{
    internal static Dictionary<(MemberId? Member, string? Field), string> Of(ReadOnlyMemory<byte> definition)
    {
        var parts = new Dictionary<(MemberId?, string?), string>();
        using var document = JsonDocument.Parse(definition);
        var own = new StringBuilder();
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (TryMember(field.Value, out _))
            {
                Add(parts, field.Value);
                continue;
            }

            if (field.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && TryMember(list[0], out _))
            {
                foreach (var item in list.EnumerateArray())
                    Add(parts, item);
                continue;
            }

            parts[(null, field.Name)] = field.Value.GetRawText();
            own.Append(field.Name).Append(':').Append(field.Value.GetRawText()).Append('\n');
        }

        parts[(null, null)] = own.ToString();
        return parts;
    }

    private static void Add(Dictionary<(MemberId?, string?), string> parts, JsonElement json)
    {
        if (!TryMember(json, out var member))
            return;
        parts[(member, null)] = json.GetRawText();
        foreach (var field in json.EnumerateObject())
            parts[(member, field.Name)] = field.Value.GetRawText();
    }

    private static bool TryMember(JsonElement json, out MemberId member)
    {
        member = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            && MemberId.TryParse(id.GetString(), out member);
    }
}
