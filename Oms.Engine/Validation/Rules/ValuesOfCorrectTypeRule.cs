using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>Literals fit the types expected where they stand.</summary>
/// <remarks>
/// A scalar decides itself which literals it takes. An enum takes its names, an input object an object with the fields it has and all it
/// requires, a <c>@oneOf</c> input object exactly one that is not null, a list a list or one item. A variable inside is another rule's matter.
/// <see href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>,
/// <see href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Names"/>,
/// <see href="https://spec.graphql.org/September2025/#sec-Input-Object-Required-Fields"/>
/// </remarks>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    // What stands within a literal that is wrong as a whole, or that a scalar took as a whole, is not looked at.
    private ValueNode? _skipped;

    public override ValidationEvents Events => ValidationEvents.EnterValue | ValidationEvents.LeaveValue | ValidationEvents.ObjectField;

    public override void EnterValue(ValueNode value)
    {
        if (_skipped is not null)
            return;
        switch (value)
        {
            case ListValueNode:
                CheckList(value);
                break;
            case ObjectValueNode literal:
                CheckObject(literal);
                break;
            case NullValueNode:
                if (Context.TypeInfo.InputType is { IsNonNull: true } type)
                    Context.Report($"Null is not a value of type \"{type}\".", value);
                break;
            default:
                CheckLeaf(value, Context.TypeInfo.InputType);
                break;
        }
    }

    public override void LeaveValue(ValueNode value)
    {
        if (ReferenceEquals(_skipped, value))
            _skipped = null;
    }

    public override void ObjectField(ObjectFieldNode field)
    {
        if (_skipped is null && Context.TypeInfo is { InputType: null, ParentInputType.NamedType: InputObjectType type } && !type.Fields.Contains(field.Name.Value))
            Context.Report($"Input object \"{type.Name}\" has no field \"{ValidationContext.Shorten(field.Name.Value)}\".", field);
    }

    private void CheckList(ValueNode value)
    {
        if (Context.TypeInfo.ParentInputType is { ItemType: not null })
            return;
        _skipped = value;
        CheckLeaf(value, Context.TypeInfo.ParentInputType);
    }

    private void CheckObject(ObjectValueNode literal)
    {
        if (Context.TypeInfo.InputType?.NamedType is not InputObjectType type)
        {
            _skipped = literal;
            CheckLeaf(literal, Context.TypeInfo.InputType);
            return;
        }

        _given.Clear();
        foreach (var field in literal.Fields)
            _given.Add(field.Name.Value);
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !_given.Contains(field.Name))
                Context.Report($"Input object \"{type.Name}\" needs its field \"{field.Name}\" of type \"{field.Type}\".", literal);
        }

        if (type.IsOneOf)
            CheckOneOf(literal, type);
    }

    private void CheckOneOf(ObjectValueNode literal, InputObjectType type)
    {
        if (_given.Count != 1)
            Context.Report($"Of the fields of \"{type.Name}\" exactly one has to be given.", literal);
        else if (literal.Fields[^1].Value is NullValueNode)
            Context.Report($"Of the fields of \"{type.Name}\" exactly one has to be given, and not as null.", literal);
    }

    private void CheckLeaf(ValueNode value, IType? type)
    {
        if (type is null)
            return;
        var isValue = type.NamedType switch
        {
            EnumType enumType => value is EnumValueNode name && enumType.Values.Contains(name.Value),
            ScalarType scalar => HasVariable(value) ? !scalar.IsBuiltIn : scalar.Coercion.TryParseLiteral(value, out _),
            _ => false,
        };
        if (!isValue)
            Context.Report(type.NamedType is ScalarType { IsBuiltIn: false } own ? $"This is not a value of type \"{type}\"; expected {own.Coercion.Expectation}." : $"This is not a value of type \"{type}\".", value);
    }

    // Only a scalar of one's own can take a list or object, and what a variable in it will be is not known yet.
    private static bool HasVariable(ValueNode value)
    {
        if (value is not (ListValueNode or ObjectValueNode))
            return false;
        var pending = new Stack<ValueNode>();
        pending.Push(value);
        while (pending.TryPop(out var current))
        {
            switch (current)
            {
                case VariableNode:
                    return true;
                case ListValueNode list:
                    foreach (var item in list.Items)
                        pending.Push(item);
                    break;
                case ObjectValueNode obj:
                    foreach (var field in obj.Fields)
                        pending.Push(field.Value);
                    break;
            }
        }

        return false;
    }
}
