using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>A rule about documents. It hears of the nodes it asks for, in source order, and reports to the context.</summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    /// <summary>Which of the methods below are to be called.</summary>
    public abstract ValidationEvents Events { get; }

    public virtual void EnterDocument(DocumentNode document)
    {
    }

    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void LeaveOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void EnterFragment(FragmentDefinitionNode fragment)
    {
    }

    public virtual void VariableDefinition(VariableDefinitionNode definition)
    {
    }

    /// <param name="selectionSet">The selection set of an operation, fragment or field; those of inline fragments are not reported.</param>
    public virtual void SelectionSet(SelectionSetNode selectionSet)
    {
    }

    public virtual void EnterField(FieldNode field)
    {
    }

    public virtual void LeaveField(FieldNode field)
    {
    }

    public virtual void InlineFragment(InlineFragmentNode fragment)
    {
    }

    public virtual void FragmentSpread(FragmentSpreadNode spread)
    {
    }

    /// <param name="directives">All directives of one place, at least one.</param>
    public virtual void Directives(ImmutableArray<DirectiveNode> directives)
    {
    }

    public virtual void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
    }

    /// <param name="argument">The argument of a field; those of directives are not reported.</param>
    public virtual void Argument(ArgumentNode argument)
    {
    }

    public virtual void NamedType(NamedTypeNode type)
    {
    }

    /// <param name="value">Any literal but a variable.</param>
    public virtual void EnterValue(ValueNode value)
    {
    }

    /// <param name="value">A list or object literal.</param>
    public virtual void LeaveValue(ValueNode value)
    {
    }

    public virtual void ObjectField(ObjectFieldNode field)
    {
    }
}
