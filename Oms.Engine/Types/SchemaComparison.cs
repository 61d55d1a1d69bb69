using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>
/// Compares two schemas from the point of view of clients of the first. Changes that no client can notice, such as a further field of an
/// object type, are not reported.
/// </summary>
public sealed class SchemaComparison
{
    private readonly ImmutableArray<SchemaChange>.Builder _changes = ImmutableArray.CreateBuilder<SchemaChange>();

    private SchemaComparison()
    {
    }

    /// <summary>All breaking and dangerous changes.</summary>
    /// <param name="before">The schema that clients know.</param>
    /// <param name="after">The schema they are to meet.</param>
    /// <returns>The changes, those of types first, in the order of the first schema.</returns>
    public static ImmutableArray<SchemaChange> Compare(Schema before, Schema after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var comparison = new SchemaComparison();
        foreach (var type in before.Types)
        {
            if (after.TryGetType(type.Name, out var changed))
                comparison.CompareTypes(type, changed);
            else
                comparison.Add(SchemaChangeKind.TypeRemoved, type, "was removed");
        }

        foreach (var directive in before.DirectiveDefinitions)
        {
            if (after.TryGetDirective(directive.Name, out var changed))
                comparison.CompareDirectives(directive, changed);
            else
                comparison.Add(SchemaChangeKind.DirectiveRemoved, directive, "was removed");
        }

        return comparison._changes.ToImmutable();
    }

    private void Add(SchemaChangeKind kind, TypeSystemMember member, string what) =>
        _changes.Add(new SchemaChange(kind, member.Coordinate, $"{member.Coordinate} {what}."));

    private void CompareTypes(NamedType before, NamedType after)
    {
        switch (before, after)
        {
            case (EnumType a, EnumType b):
                CompareNames(a.Values, b.Values, v => v.Name, SchemaChangeKind.ValueRemovedFromEnum, SchemaChangeKind.ValueAddedToEnum, v => v);
                break;
            case (UnionType a, UnionType b):
                CompareNames(
                    a.PossibleTypes, b.PossibleTypes, t => t.Name, SchemaChangeKind.TypeRemovedFromUnion, SchemaChangeKind.TypeAddedToUnion, _ => a);
                break;
            case (InputObjectType a, InputObjectType b):
                CompareInputFields(a, b);
                break;
            case (ComplexType a, ComplexType b) when a.Kind == b.Kind:
                CompareFields(a, b);
                CompareNames(
                    a.Interfaces,
                    b.Interfaces,
                    i => i.Name,
                    SchemaChangeKind.ImplementedInterfaceRemoved,
                    SchemaChangeKind.ImplementedInterfaceAdded,
                    _ => a);
                break;
            default:
                if (before.Kind != after.Kind)
                    Add(SchemaChangeKind.TypeChangedKind, before, $"changed from {before.Kind} to {after.Kind}");
                break;
        }
    }

    private void CompareNames<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> nameOf,
        SchemaChangeKind removed,
        SchemaChangeKind added,
        Func<T, TypeSystemMember> memberOf)
    {
        var namesBefore = before.Select(nameOf).ToHashSet(StringComparer.Ordinal);
        var namesAfter = after.Select(nameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var item in after.Where(item => !namesBefore.Contains(nameOf(item))))
            Add(added, memberOf(item), $"has {nameOf(item)} added");
        foreach (var item in before.Where(item => !namesAfter.Contains(nameOf(item))))
            Add(removed, memberOf(item), $"has {nameOf(item)} removed");
    }

    private void CompareFields(ComplexType before, ComplexType after)
    {
        foreach (var field in before.Fields)
        {
            if (!after.Fields.TryGetValue(field.Name, out var changed))
            {
                Add(SchemaChangeKind.FieldRemoved, field, "was removed");
                continue;
            }

            CompareArguments(field.Arguments, changed.Arguments);
            if (!IsSafeForOutput(field.Type, changed.Type))
                AddTypeChange(SchemaChangeKind.FieldChangedKind, field, field.Type, changed.Type);
        }
    }

    private void CompareInputFields(InputObjectType before, InputObjectType after)
    {
        foreach (var field in after.Fields.AsImmutableArray().Where(f => !before.Fields.Contains(f.Name)))
            Add(field.IsRequired ? SchemaChangeKind.RequiredInputFieldAdded : SchemaChangeKind.OptionalInputFieldAdded, field, "was added");
        foreach (var field in before.Fields)
        {
            if (after.Fields.TryGetValue(field.Name, out var changed))
                CompareInputValues(field, changed, SchemaChangeKind.FieldChangedKind, SchemaChangeKind.InputFieldDefaultValueChange);
            else
                Add(SchemaChangeKind.FieldRemoved, field, "was removed");
        }
    }

    private void CompareArguments(MemberCollection<InputValueDefinition> before, MemberCollection<InputValueDefinition> after)
    {
        foreach (var argument in before)
        {
            if (after.TryGetValue(argument.Name, out var changed))
                CompareInputValues(argument, changed, SchemaChangeKind.ArgChangedKind, SchemaChangeKind.ArgDefaultValueChange);
            else
                Add(SchemaChangeKind.ArgRemoved, argument, "was removed");
        }

        foreach (var argument in after.AsImmutableArray().Where(a => !before.Contains(a.Name)))
            Add(argument.IsRequired ? SchemaChangeKind.RequiredArgAdded : SchemaChangeKind.OptionalArgAdded, argument, "was added");
    }

    private void CompareInputValues(
        InputValueDefinition before,
        InputValueDefinition after,
        SchemaChangeKind typeChange,
        SchemaChangeKind defaultChange)
    {
        if (!IsSafeForInput(before.Type, after.Type))
            AddTypeChange(typeChange, before, before.Type, after.Type);
        else if (before.DefaultValue is not null && (after.DefaultValue is null || !AreSame(before.DefaultValue, after.DefaultValue)))
            Add(defaultChange, before, $"has its default changed from {before.DefaultValue} to {after.DefaultValue?.ToString() ?? "none"}");
    }

    private void CompareDirectives(DirectiveDefinition before, DirectiveDefinition after)
    {
        foreach (var argument in after.Arguments.AsImmutableArray().Where(a => a.IsRequired && !before.Arguments.Contains(a.Name)))
            Add(SchemaChangeKind.RequiredDirectiveArgAdded, argument, "was added");
        foreach (var argument in before.Arguments)
        {
            if (after.Arguments.TryGetValue(argument.Name, out var changed))
                CompareInputValues(argument, changed, SchemaChangeKind.ArgChangedKind, SchemaChangeKind.ArgDefaultValueChange);
            else
                Add(SchemaChangeKind.DirectiveArgRemoved, argument, "was removed");
        }

        if (before.IsRepeatable && !after.IsRepeatable)
            Add(SchemaChangeKind.DirectiveRepeatableRemoved, before, "is no longer repeatable");
        foreach (var location in before.LocationNames.Except(after.LocationNames))
            Add(SchemaChangeKind.DirectiveLocationRemoved, before, $"may no longer be used on {location}");
    }

    private void AddTypeChange(SchemaChangeKind kind, TypeSystemMember member, IType before, IType after) =>
        Add(kind, member, $"changed its type from {before} to {after}");

    /// <summary>Whether every value of the new type is one that clients of the old type can take. Types are as deep as the parser allows.</summary>
    private static bool IsSafeForOutput(IType before, IType after) => (before, after) switch
    {
        (NonNullType a, NonNullType b) => IsSafeForOutput(a.Type, b.Type),
        (NonNullType, _) => false,
        (_, NonNullType b) => IsSafeForOutput(before, b.Type),
        (ListType a, ListType b) => IsSafeForOutput(a.ItemType, b.ItemType),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };

    /// <summary>Whether every value of the old type is one of the new type too. Types are as deep as the parser allows.</summary>
    private static bool IsSafeForInput(IType before, IType after) => (before, after) switch
    {
        (NonNullType a, NonNullType b) => IsSafeForInput(a.Type, b.Type),
        (NonNullType a, _) => IsSafeForInput(a.Type, after),
        (ListType a, ListType b) => IsSafeForInput(a.ItemType, b.ItemType),
        (NamedType a, NamedType b) => a.Name == b.Name,
        _ => false,
    };

    /// <summary>Whether two literals mean the same: the order of object fields does not matter.</summary>
    private static bool AreSame(ValueNode before, ValueNode after) => (before, after) switch
    {
        (ListValueNode a, ListValueNode b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => AreSame(pair.First, pair.Second)),
        (ObjectValueNode a, ObjectValueNode b) => a.Fields.Length == b.Fields.Length && a.Fields.All(f =>
            b.Fields.FirstOrDefault(g => g.Name.Value == f.Name.Value) is { } same && AreSame(f.Value, same.Value)),
        (StringValueNode a, StringValueNode b) => a.Value == b.Value,
        _ => before.Kind == after.Kind && before.ToString() == after.ToString(),
    };
}
