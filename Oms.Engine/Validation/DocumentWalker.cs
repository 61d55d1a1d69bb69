using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>
/// Walks once over a document in source order and tells every rule what it asked for. Recursion follows the nesting of the source text
/// only, which the parser bounds; fragments are walked where they are defined, not where they are spread.
/// </summary>
internal sealed class DocumentWalker
{
    private readonly ValidationContext _context;
    private readonly TypeInfo _typeInfo;
    // Which rules hear of which moment is the same for every document of the same features.
    private static readonly byte[][]?[] Listening = new byte[8][][];

    private readonly ImmutableArray<ValidationRule> _rules;
    private readonly byte[][] _listeners;
    private readonly ImmutableArray<VariableUsage>.Builder _usages = ImmutableArray.CreateBuilder<VariableUsage>(2);

    public DocumentWalker(ValidationContext context, ImmutableArray<ValidationRule> rules, ValidationFeatures features)
    {
        _context = context;
        _typeInfo = context.TypeInfo;
        _rules = rules;
        _listeners = Listening[(int)features] ??= ListenersOf(rules);
    }

    public void Walk()
    {
        foreach (var rule in On(ValidationEvents.EnterDocument))
            _rules[rule].EnterDocument(_context.Document);
        foreach (var definition in _context.Document.Definitions)
        {
            if (_context.IsAborted)
                return;
            Definition(definition);
        }

        // Variables used in a fragment belong to the operations that spread it, and fragments may stand behind them.
        foreach (var definition in _context.Document.Definitions)
        {
            if (definition is not OperationDefinitionNode operation)
                continue;
            foreach (var rule in On(ValidationEvents.LeaveOperation))
            {
                if (_context.IsAborted)
                    return;
                _rules[rule].LeaveOperation(operation);
            }
        }

        foreach (var rule in On(ValidationEvents.LeaveDocument))
            _rules[rule].LeaveDocument(_context.Document);
    }

    private static byte[][] ListenersOf(ImmutableArray<ValidationRule> rules)
    {
        var listeners = new byte[BitOperations.Log2((uint)ValidationEvents.ObjectField) + 1][];
        for (var i = 0; i < listeners.Length; i++)
            listeners[i] = [.. Enumerable.Range(0, rules.Length).Where(rule => (rules[rule].Events & (ValidationEvents)(1 << i)) != 0).Select(rule => (byte)rule)];
        return listeners;
    }

    private byte[] On(ValidationEvents moment) => _listeners[BitOperations.TrailingZeroCount((uint)moment)];

    private void Definition(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation:
                Operation(operation);
                break;
            case FragmentDefinitionNode fragment:
                Fragment(fragment);
                break;
            default:
                new TypeSystemWalk(TypeOfDefinition, Directives).Walk(definition);
                break;
        }
    }

    private void Operation(OperationDefinitionNode operation)
    {
        _typeInfo.EnterOperation(operation);
        foreach (var rule in On(ValidationEvents.EnterOperation))
            _rules[rule].EnterOperation(operation);
        foreach (var definition in operation.VariableDefinitions)
            VariableDefinition(definition);
        _usages.Clear();
        Directives(operation.Directives, LocationOf(operation.Operation));
        SelectionSet(operation.SelectionSet, isInline: false);
        _context.SetVariableUsages(operation, _usages.ToImmutable());
        _typeInfo.LeaveType();
    }

    private static DirectiveLocations LocationOf(OperationType operation) => operation switch
    {
        OperationType.Query => DirectiveLocations.Query,
        OperationType.Mutation => DirectiveLocations.Mutation,
        _ => DirectiveLocations.Subscription,
    };

    private void Fragment(FragmentDefinitionNode fragment)
    {
        _typeInfo.EnterFragment(fragment.TypeCondition);
        foreach (var rule in On(ValidationEvents.EnterFragment))
            _rules[rule].EnterFragment(fragment);
        _usages.Clear();
        NamedType(fragment.TypeCondition);
        Directives(fragment.Directives, DirectiveLocations.FragmentDefinition);
        SelectionSet(fragment.SelectionSet, isInline: false);
        _context.SetVariableUsages(fragment, _usages.ToImmutable());
        _typeInfo.LeaveType();
    }

    private void VariableDefinition(VariableDefinitionNode definition)
    {
        _typeInfo.EnterVariableDefinition(definition);
        foreach (var rule in On(ValidationEvents.VariableDefinition))
            _rules[rule].VariableDefinition(definition);
        TypeReference(definition.Type);
        if (definition.DefaultValue is { } value)
            Value(value);
        Directives(definition.Directives, DirectiveLocations.VariableDefinition);
        _typeInfo.LeaveInput();
    }

    private void TypeReference(TypeNode type)
    {
        while (type is not NamedTypeNode)
            type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        NamedType((NamedTypeNode)type);
    }

    // A definition may name the built-in types whether the schema uses them or not.
    private void TypeOfDefinition(NamedTypeNode type)
    {
        if (!BuiltInDefinitions.TypeNames.Contains(type.Name.Value))
            NamedType(type);
    }

    private void NamedType(NamedTypeNode type)
    {
        foreach (var rule in On(ValidationEvents.NamedType))
            _rules[rule].NamedType(type);
    }

    private void SelectionSet(SelectionSetNode selectionSet, bool isInline)
    {
        if (!EnsureStack())
            return;
        _typeInfo.EnterSelectionSet();
        if (!isInline)
        {
            foreach (var rule in On(ValidationEvents.SelectionSet))
                _rules[rule].SelectionSet(selectionSet);
        }

        foreach (var selection in selectionSet.Selections)
        {
            if (_context.IsAborted)
                break;
            Selection(selection);
        }

        _typeInfo.LeaveSelectionSet();
    }

    private void Selection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                Field(field);
                break;
            case InlineFragmentNode inline:
                InlineFragment(inline);
                break;
            case FragmentSpreadNode spread:
                foreach (var rule in On(ValidationEvents.FragmentSpread))
                    _rules[rule].FragmentSpread(spread);
                Directives(spread.Directives, DirectiveLocations.FragmentSpread);
                break;
        }
    }

    private void Field(FieldNode field)
    {
        _typeInfo.EnterField(field);
        foreach (var rule in On(ValidationEvents.EnterField))
            _rules[rule].EnterField(field);
        foreach (var argument in field.Arguments)
        {
            _typeInfo.EnterArgument(argument);
            foreach (var rule in On(ValidationEvents.Argument))
                _rules[rule].Argument(argument);
            Value(argument.Value);
            _typeInfo.LeaveArgument();
        }

        Directives(field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is { } selectionSet)
            SelectionSet(selectionSet, isInline: false);
        foreach (var rule in On(ValidationEvents.LeaveField))
            _rules[rule].LeaveField(field);
        _typeInfo.LeaveField();
    }

    private void InlineFragment(InlineFragmentNode inline)
    {
        _typeInfo.EnterFragment(inline.TypeCondition);
        foreach (var rule in On(ValidationEvents.InlineFragment))
            _rules[rule].InlineFragment(inline);
        if (inline.TypeCondition is { } condition)
            NamedType(condition);
        Directives(inline.Directives, DirectiveLocations.InlineFragment);
        SelectionSet(inline.SelectionSet, isInline: true);
        _typeInfo.LeaveType();
    }

    private void Directives(ImmutableArray<DirectiveNode> directives, DirectiveLocations location)
    {
        if (directives.IsEmpty)
            return;
        foreach (var rule in On(ValidationEvents.Directives))
            _rules[rule].Directives(directives);
        foreach (var directive in directives)
        {
            if (_context.IsAborted)
                return;
            Directive(directive, location);
        }
    }

    private void Directive(DirectiveNode directive, DirectiveLocations location)
    {
        _typeInfo.EnterDirective(directive);
        foreach (var rule in On(ValidationEvents.EnterDirective))
            _rules[rule].EnterDirective(directive, location);
        foreach (var argument in directive.Arguments)
        {
            _typeInfo.EnterArgument(argument);
            Value(argument.Value);
            _typeInfo.LeaveArgument();
        }

        _typeInfo.LeaveDirective();
    }

    private void Value(ValueNode value)
    {
        if (_context.IsAborted || !EnsureStack())
            return;
        if (value is VariableNode variable)
        {
            _usages.Add(new VariableUsage(variable, _typeInfo.InputType, _typeInfo.ParentInputType, _typeInfo.HasDefault));
            return;
        }

        var isList = value is ListValueNode;
        if (isList)
            _typeInfo.EnterList();
        foreach (var rule in On(ValidationEvents.EnterValue))
            _rules[rule].EnterValue(value);
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Items)
                    Value(item);
                break;
            case ObjectValueNode obj:
                foreach (var field in obj.Fields)
                    ObjectField(field);
                break;
            default:
                return;
        }

        foreach (var rule in On(ValidationEvents.LeaveValue))
            _rules[rule].LeaveValue(value);
        if (isList)
            _typeInfo.LeaveInput();
    }

    private void ObjectField(ObjectFieldNode field)
    {
        _typeInfo.EnterObjectField(field);
        foreach (var rule in On(ValidationEvents.ObjectField))
            _rules[rule].ObjectField(field);
        Value(field.Value);
        _typeInfo.LeaveInput();
    }

    // The parser's limit keeps this from ever failing; it is here for documents that were built by hand.
    private bool EnsureStack()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        _context.Abort("The document is nested too deeply to be validated.");
        return false;
    }
}
