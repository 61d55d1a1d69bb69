using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>
/// Goes through a document and knows at every node what the schema expects there; a base of rules, added by <c>AddValidationVisitor</c>. Each document
/// gets an object of its own. It does not follow fragment spreads: fragments are walked where they are defined.
/// </summary>
public abstract class DocumentValidatorVisitor : SyntaxWalker
{
    private DocumentValidatorContext? context;
    private TypeInfo? types;

    /// <summary>The definition of the innermost field around the node, the node's own if it is a field; null outside of fields.</summary>
    protected FieldDefinition? Field => types?.Field;

    /// <summary>The definition of the argument around the node; null outside of arguments.</summary>
    protected InputValueDefinition? Argument => types?.Argument;

    /// <summary>The type of the field, fragment or operation around the node.</summary>
    protected IType? Type => types?.Type;

    /// <summary>The type whose fields are selected around the node; null outside of selection sets.</summary>
    protected NamedType? ParentType => types?.ParentType;

    /// <summary>The type of the literal around the node, in a list that of its items; null outside of literals.</summary>
    protected IType? InputType => types?.InputType;

    internal void Visit(DocumentValidatorContext given, DocumentNode document)
    {
        context = given;
        types = new TypeInfo(given.Schema);
        Walk(document);
    }

    /// <summary>Comes to a node, before its children.</summary>
    /// <param name="node">The node.</param>
    /// <param name="context">Where errors are reported to.</param>
    /// <returns>Whether to go through its children, and then to leave it.</returns>
    protected virtual bool Enter(SyntaxNode node, DocumentValidatorContext context) => true;

    /// <summary>Goes from a node, after its children.</summary>
    /// <param name="node">The node.</param>
    /// <param name="context">Where errors are reported to.</param>
    protected virtual void Leave(SyntaxNode node, DocumentValidatorContext context)
    {
    }

    /// <inheritdoc/>
    protected sealed override bool Enter(SyntaxNode node)
    {
        if (context!.IsFull)
            return false;
        StepIn(node, types!);
        if (Enter(node, context))
            return true;
        StepOut(node, types!);
        return false;
    }

    /// <inheritdoc/>
    protected sealed override void Leave(SyntaxNode node)
    {
        Leave(node, context!);
        StepOut(node, types!);
    }

    private static void StepIn(SyntaxNode node, TypeInfo types)
    {
        switch (node)
        {
            case OperationDefinitionNode operation: types.EnterOperation(operation); break;
            case FragmentDefinitionNode fragment: types.EnterFragment(fragment.TypeCondition); break;
            case InlineFragmentNode inline: types.EnterFragment(inline.TypeCondition); break;
            case SelectionSetNode: types.EnterSelectionSet(); break;
            case FieldNode field: types.EnterField(field); break;
            case DirectiveNode directive: types.EnterDirective(directive); break;
            case ArgumentNode argument: types.EnterArgument(argument); break;
            case VariableDefinitionNode variable: types.EnterVariableDefinition(variable); break;
            case ListValueNode: types.EnterList(); break;
            case ObjectFieldNode field: types.EnterObjectField(field); break;
        }
    }

    private static void StepOut(SyntaxNode node, TypeInfo types)
    {
        switch (node)
        {
            case OperationDefinitionNode or FragmentDefinitionNode or InlineFragmentNode: types.LeaveType(); break;
            case SelectionSetNode: types.LeaveSelectionSet(); break;
            case FieldNode: types.LeaveField(); break;
            case DirectiveNode: types.LeaveDirective(); break;
            case ArgumentNode: types.LeaveArgument(); break;
            case VariableDefinitionNode or ListValueNode or ObjectFieldNode: types.LeaveInput(); break;
        }
    }
}
