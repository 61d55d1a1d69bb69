using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>An executable document holds operations and fragments only.</summary>
/// <remarks>
/// Types, directives and their extensions belong to the schema and have no meaning in a request.
/// <see href="https://spec.graphql.org/September2025/#sec-Executable-Definitions"/>
/// </remarks>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterDocument;

    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (Context.IsAborted)
                return;
            if (definition is not ExecutableDefinitionNode)
                Context.Report("A request holds operations and fragments, not definitions of types or directives.", definition);
        }
    }
}
