using Oms.Domain.Import.GraphQl;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>Compares what clients give: the fields of input objects, and the arguments of fields and directives.</summary>
internal sealed class InputComparison(GraphQlFindings findings, DirectiveUseComparison uses)
{
    internal void InputObject(GraphQlType? before, GraphQlType after)
    {
        NamedLists.Compare(
            before?.InputFields ?? [],
            after.InputFields,
            f => f.Name,
            f => findings.Breaking("INPUT_FIELD_REMOVED", $"{after.Name}.{f.Name}", $"The input field {after.Name}.{f.Name} was removed{Deprecated(f)}"),
            f => AddedField(before, after, f),
            (old, now) => ChangedField(after, old, now));
        uses.Compare(before?.Directives ?? [], after.Directives, new("INPUT_OBJECT", after.Name, before is null));
    }

    internal void Arguments(string owner, GraphQlField? before, GraphQlField after) => NamedLists.Compare(
        before?.Arguments ?? [],
        after.Arguments,
        a => a.Name,
        a => findings.Breaking("FIELD_ARGUMENT_REMOVED", $"{owner}.{a.Name}", $"The argument {a.Name} of {owner} was removed{Deprecated(a)}"),
        a => findings.Add(
            "FIELD_ARGUMENT_ADDED",
            before is null ? Criticality.NonBreaking : findings.IsRequired(a) ? Criticality.Breaking : Criticality.Dangerous,
            $"{owner}.{a.Name}",
            $"{owner} takes a further argument {a.Name}: {a.Type}{(findings.IsRequired(a) ? ", which has to be given" : string.Empty)}"),
        (old, now) => ChangedArgument(owner, old, now));

    internal void DirectiveArguments(GraphQlDirective? before, GraphQlDirective after) => NamedLists.Compare(
        before?.Arguments ?? [],
        after.Arguments,
        a => a.Name,
        a => findings.Breaking("DIRECTIVE_ARGUMENT_REMOVED", $"@{after.Name}.{a.Name}", $"The argument {a.Name} of @{after.Name} was removed"),
        a => findings.Add(
            "DIRECTIVE_ARGUMENT_ADDED",
            before is not null && findings.IsRequired(a) ? Criticality.Breaking : Criticality.NonBreaking,
            $"@{after.Name}",
            $"@{after.Name} takes a further argument {a.Name}: {a.Type}"),
        (old, now) => ChangedValue("DIRECTIVE_ARGUMENT", "DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED", $"@{after.Name}.{now.Name}", old, now));

    private void AddedField(GraphQlType? before, GraphQlType after, GraphQlInputValue field)
    {
        var path = $"{after.Name}.{field.Name}";
        var criticality = before is null || (!findings.HasDefault(field) && !findings.IsRequired(field)) ? Criticality.NonBreaking
            : findings.IsRequired(field) ? Criticality.Breaking
            : Criticality.Dangerous;
        findings.Add("INPUT_FIELD_ADDED", criticality, path, $"The input field {path}: {field.Type} was added{(findings.IsRequired(field) ? "; it has to be given" : string.Empty)}");
        if (!string.IsNullOrEmpty(field.Description))
            findings.Safe("INPUT_FIELD_DESCRIPTION_ADDED", path, $"{path} is described");
        uses.Compare([], field.Directives, new("INPUT_FIELD_DEFINITION", path, true));
    }

    private void ChangedField(GraphQlType after, GraphQlInputValue old, GraphQlInputValue now)
    {
        var path = $"{after.Name}.{now.Name}";
        if (Descriptions.Differ(old.Description, now.Description))
            findings.Safe(Descriptions.RuleOf("INPUT_FIELD", old.Description, now.Description), path, $"The description of {path} changed");
        CompareValue("INPUT_FIELD_DEFAULT_VALUE_CHANGED", "INPUT_FIELD_TYPE_CHANGED", path, old, now);
        uses.Compare(old.Directives, now.Directives, new("INPUT_FIELD_DEFINITION", path, false));
    }

    private void ChangedArgument(string owner, GraphQlInputValue old, GraphQlInputValue now)
    {
        var path = $"{owner}.{now.Name}";
        ChangedValue("FIELD_ARGUMENT", "FIELD_ARGUMENT_DEFAULT_CHANGED", path, old, now);
        uses.Compare(old.Directives, now.Directives, new("ARGUMENT_DEFINITION", path, false));
    }

    private void ChangedValue(string kind, string defaultRule, string path, GraphQlInputValue old, GraphQlInputValue now)
    {
        if (Descriptions.Differ(old.Description, now.Description))
            findings.Safe($"{kind}_DESCRIPTION_CHANGED", path, $"The description of {path} changed");
        CompareValue(defaultRule, $"{kind}_TYPE_CHANGED", path, old, now);
    }

    private void CompareValue(string defaultRule, string typeRule, string path, GraphQlInputValue old, GraphQlInputValue now)
    {
        if (findings.DefaultDiffers(old, now))
            findings.DefaultChanged(defaultRule, path, old, now);
        if (old.Type != now.Type)
            findings.Add(
                typeRule,
                GraphQlTypeText.IsSafeForInput(old.Type, now.Type) ? Criticality.NonBreaking : Criticality.Breaking,
                path,
                $"{path} takes {now.Type} instead of {old.Type}");
    }

    private static string Deprecated(GraphQlInputValue value) => value.DeprecationReason is null ? string.Empty : "; it was deprecated";
}
