using Oms.Domain.Import.GraphQl;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>Compares object types and interfaces.</summary>
internal sealed class FieldComparison(GraphQlFindings findings, DirectiveUseComparison uses, InputComparison inputs)
{
    internal void Compare(GraphQlType? before, GraphQlType after)
    {
        NamedLists.Compare(
            before?.Interfaces ?? [],
            after.Interfaces,
            i => i,
            i => findings.Breaking("OBJECT_TYPE_INTERFACE_REMOVED", after.Name, $"{after.Name} no longer implements {i}"),
            i => findings.Add(
                "OBJECT_TYPE_INTERFACE_ADDED",
                before is null ? Criticality.NonBreaking : Criticality.Dangerous,
                after.Name,
                $"{after.Name} implements {i}, so it may turn up where {i} is returned"),
            (_, _) => { });
        NamedLists.Compare(
            before?.Fields ?? [],
            after.Fields,
            f => f.Name,
            f => findings.Breaking("FIELD_REMOVED", $"{after.Name}.{f.Name}", $"{after.Name}.{f.Name} was removed{(f.DeprecationReason is null ? string.Empty : "; it was deprecated")}"),
            f =>
            {
                findings.Safe("FIELD_ADDED", $"{after.Name}.{f.Name}", $"{after.Name}.{f.Name}: {f.Type} was added");
                Compare(after, null, f);
            },
            (old, now) => Compare(after, old, now));
        uses.Compare(
            before?.Directives ?? [],
            after.Directives,
            new(after.Kind == GraphQlTypeKind.Object ? "OBJECT" : "INTERFACE", after.Name, before is null));
    }

    private void Compare(GraphQlType type, GraphQlField? old, GraphQlField now)
    {
        var path = $"{type.Name}.{now.Name}";
        if (Descriptions.Differ(old?.Description, now.Description))
            findings.Safe(Descriptions.RuleOf("FIELD", old?.Description, now.Description), path, $"The description of {path} changed");
        CompareDeprecation(path, old?.DeprecationReason, now.DeprecationReason);
        if (old is not null && old.Type != now.Type)
            findings.Add(
                "FIELD_TYPE_CHANGED",
                GraphQlTypeText.IsSafeForOutput(old.Type, now.Type) ? Criticality.NonBreaking : Criticality.Breaking,
                path,
                $"{path} gives {now.Type} instead of {old.Type}");
        inputs.Arguments(path, old, now);
        uses.Compare(old?.Directives ?? [], now.Directives, new("FIELD_DEFINITION", path, old is null));
    }

    private void CompareDeprecation(string path, string? old, string? now)
    {
        if (old == now)
            return;
        var at = $"{path}.@deprecated";
        if (old is null)
            findings.Safe("FIELD_DEPRECATION_ADDED", at, $"{path} is deprecated: {now}");
        else if (now is null)
            findings.Safe("FIELD_DEPRECATION_REMOVED", at, $"{path} is no longer deprecated");
        else if (old == GraphQlDirectiveUse.NoReason)
            findings.Safe("FIELD_DEPRECATION_REASON_ADDED", at, $"{path} says why it is deprecated: {now}");
        else if (now == GraphQlDirectiveUse.NoReason)
            findings.Safe("FIELD_DEPRECATION_REASON_REMOVED", path, $"{path} no longer says why it is deprecated");
        else
            findings.Safe("FIELD_DEPRECATION_REASON_CHANGED", at, $"{path} is deprecated for another reason: {now}");
    }
}
