using Oms.Domain.Import.GraphQl;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>Compares enums.</summary>
internal sealed class EnumComparison(GraphQlFindings findings, DirectiveUseComparison uses)
{
    internal void Compare(GraphQlType? before, GraphQlType after)
    {
        NamedLists.Compare(
            before?.Values ?? [],
            after.Values,
            v => v.Name,
            v => findings.Breaking("ENUM_VALUE_REMOVED", $"{after.Name}.{v.Name}", $"The value {after.Name}.{v.Name} was removed{(v.DeprecationReason is null ? string.Empty : "; it was deprecated")}"),
            v =>
            {
                findings.Add(
                    "ENUM_VALUE_ADDED",
                    before is null ? Criticality.NonBreaking : Criticality.Dangerous,
                    $"{after.Name}.{v.Name}",
                    $"{after.Name} has a further value {v.Name}, which clients may not expect in a result");
                Compare(after, null, v);
            },
            (old, now) => Compare(after, old, now));
        uses.Compare(before?.Directives ?? [], after.Directives, new("ENUM", after.Name, before is null));
    }

    private void Compare(GraphQlType type, GraphQlEnumValue? old, GraphQlEnumValue now)
    {
        var path = $"{type.Name}.{now.Name}";
        if (Descriptions.Differ(old?.Description, now.Description))
            findings.Safe("ENUM_VALUE_DESCRIPTION_CHANGED", path, $"The description of {path} changed");
        CompareDeprecation(path, old?.DeprecationReason, now.DeprecationReason);
        uses.Compare(old?.Directives ?? [], now.Directives, new("ENUM_VALUE", path, old is null));
    }

    private void CompareDeprecation(string path, string? old, string? now)
    {
        if ((old ?? string.Empty) == (now ?? string.Empty))
            return;
        if (old is null or GraphQlDirectiveUse.NoReason)
            findings.Safe("ENUM_VALUE_DEPRECATION_REASON_ADDED", $"{path}.@deprecated", $"{path} is deprecated: {now}");
        else if (now is null or GraphQlDirectiveUse.NoReason)
            findings.Safe("ENUM_VALUE_DEPRECATION_REASON_REMOVED", path, $"{path} is no longer deprecated for a reason");
        else
            findings.Safe("ENUM_VALUE_DEPRECATION_REASON_CHANGED", $"{path}.@deprecated", $"{path} is deprecated for another reason: {now}");
    }
}
