using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Domain.History;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Changes elements and members by merge patches.</summary>
internal static class ElementPatch
{
    internal static Element? Apply(Element element, JsonLiteral patch, Trail trail, Workspace workspace)
    {
        var merged = (Element?)Merge(element, patch, trail, workspace.Violations);
        if (merged is null)
            return null;
        Guard(trail.At("id"), "id", element.Id.Value, merged.Id.Value, "An id never changes.", workspace.Violations);
        Guard(trail.At("name"), "name", element.Name, merged.Name, "A name is changed by the operation that renames.", workspace.Violations);
        if (element is ValueType old && merged is ValueType now)
            Guard(trail.At("version"), "version", $"{old.Version}", $"{now.Version}", "The registry counts versions itself.", workspace.Violations);
        return MemberIds.Fill(merged, workspace.Ids, element);
    }

    internal static Member? Apply(Member member, JsonLiteral patch, Trail trail, Workspace workspace)
    {
        var merged = (Member?)Merge(member, patch, trail, workspace.Violations);
        if (merged is null)
            return null;
        Guard(trail.At("id"), "id", member.Id.Value, merged.Id.Value, "An id never changes.", workspace.Violations);
        Guard(trail.At("name"), "name", member.Name, merged.Name, "A name is changed by the operation that renames.", workspace.Violations);
        return merged;
    }

    private static object? Merge(object target, JsonLiteral patch, Trail trail, Violations violations)
    {
        if (JsonShape.Parse(patch, trail, violations) is not { } parsed)
            return null;
        var info = CanonicalJson.Options.GetTypeInfo(target.GetType());
        var json = JsonSerializer.SerializeToNode(target, info)!.AsObject();
        if (parsed is not JsonObject changes)
        {
            violations.Add(trail.At("patch"), new MalformedInput("A patch is a JSON object of the fields to change."));
            return null;
        }

        MergePatch.Apply(json, changes, info);
        return JsonShape.Read(json, info.Type, trail, violations);
    }

    private static void Guard(Trail trail, string field, string before, string after, string message, Violations violations)
    {
        if (before != after)
            violations.Add(trail, new ReadOnlyField(field, message));
    }
}
