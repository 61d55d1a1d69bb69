using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>What the schema expects at the current place of a walk. Everything is null where the document makes no sense to the schema.</summary>
internal sealed class TypeInfo(Schema schema)
{
    private readonly Stack<IType?> _types = new();
    private readonly Stack<NamedType?> _parentTypes = new();
    private readonly Stack<FieldDefinition?> _fields = new();
    private readonly List<InputPlace> _inputs = [];

    /// <summary>The type of the current field, fragment or operation.</summary>
    public IType? Type => _types.TryPeek(out var type) ? type : null;

    /// <summary>The composite type whose fields the current selection set selects.</summary>
    public NamedType? ParentType => _parentTypes.TryPeek(out var type) ? type : null;

    /// <summary>The definition of the innermost field around the current place.</summary>
    public FieldDefinition? Field => _fields.TryPeek(out var definition) ? definition : null;

    /// <summary>The definition of the current directive.</summary>
    public DirectiveDefinition? Directive { get; private set; }

    /// <summary>The definition of the current argument.</summary>
    public InputValueDefinition? Argument { get; private set; }

    /// <summary>The type of the current literal; within a list literal, of its items.</summary>
    public IType? InputType => _inputs.Count > 0 ? _inputs[^1].Type : null;

    /// <summary>The type around the current literal; within a list literal, of the list.</summary>
    public IType? ParentInputType => _inputs.Count > 1 ? _inputs[^2].Type : null;

    /// <summary>Whether leaving the current literal out would mean a default.</summary>
    public bool HasDefault => _inputs.Count > 0 && _inputs[^1].HasDefault;

    public void EnterOperation(OperationDefinitionNode operation) => _types.Push(schema.GetRootType(operation.Operation));

    public void EnterFragment(NamedTypeNode? typeCondition)
    {
        IType? type = typeCondition is null ? Type?.NamedType : schema.FindType(typeCondition);
        _types.Push(type is { IsOutputType: true } ? type : null);
    }

    public void LeaveType() => _types.Pop();

    public void EnterSelectionSet() => _parentTypes.Push(Type?.NamedType is { IsCompositeType: true } type ? type : null);

    public void LeaveSelectionSet() => _parentTypes.Pop();

    public void EnterField(FieldNode field)
    {
        var definition = ParentType is { } parent ? schema.FindField(parent, field.Name.Value) : null;
        _fields.Push(definition);
        _types.Push(definition?.Type);
    }

    public void LeaveField()
    {
        _fields.Pop();
        _types.Pop();
    }

    public void EnterDirective(DirectiveNode directive) => Directive = schema.TryGetDirective(directive.Name.Value, out var definition) ? definition : null;

    public void LeaveDirective() => Directive = null;

    public void EnterVariableDefinition(VariableDefinitionNode definition) => PushInput(schema.FindType(definition.Type), hasDefault: false);

    public void EnterArgument(ArgumentNode argument)
    {
        // An unknown directive's arguments are taken for the field's: that is what the reference implementation reports.
        var arguments = Directive?.Arguments ?? Field?.Arguments;
        Argument = arguments is not null && arguments.TryGetValue(argument.Name.Value, out var definition) ? definition : null;
        PushInput(Argument?.Type, Argument?.DefaultValue is not null);
    }

    public void LeaveArgument()
    {
        Argument = null;
        LeaveInput();
    }

    // Within a list given to a scalar of its own format nothing is expected, so that variables of any type may stand there.
    public void EnterList() => PushInput(InputType?.ItemType, hasDefault: false);

    public void EnterObjectField(ObjectFieldNode field)
    {
        InputValueDefinition? definition = null;
        if (InputType?.NamedType is InputObjectType type)
            type.Fields.TryGetValue(field.Name.Value, out definition);
        PushInput(definition?.Type, definition?.DefaultValue is not null);
    }

    public void LeaveInput() => _inputs.RemoveAt(_inputs.Count - 1);

    private void PushInput(IType? type, bool hasDefault) => _inputs.Add(new InputPlace(type is { IsInputType: true } ? type : null, hasDefault));

    private readonly record struct InputPlace(IType? Type, bool HasDefault);
}
