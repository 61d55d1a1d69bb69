using System.Collections.Immutable;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>The rules of the server's own, made once with the executor of a schema.</summary>
internal sealed class DocumentRules
{
    private readonly Schema schema;
    private readonly int maxErrors;
    private readonly IDocumentValidatorRule[] ofDocuments;
    private readonly IDocumentValidatorRule[] ofRequests;

    /// <summary>Makes the rules.</summary>
    public DocumentRules(Schema schema, SchemaSetup setup, IServiceProvider services)
    {
        this.schema = schema;
        maxErrors = setup.ValidationOptions.MaxAllowedErrors;
        IDocumentValidatorRule[] all = [.. setup.ValidationRules.Select(make => make(services, setup.ValidationOptions)).OrderBy(rule => rule.Priority)];
        ofDocuments = [.. all.Where(rule => rule.IsCacheable)];
        ofRequests = [.. all.Where(rule => !rule.IsCacheable)];
    }

    /// <summary>Whether there are rules that have to see every request.</summary>
    public bool SeeRequests => ofRequests.Length > 0;

    /// <summary>What is wrong with a document, whoever asks.</summary>
    public ImmutableArray<GraphQLError> Check(DocumentNode document) => Check(ofDocuments, document, null);

    /// <summary>What is wrong with a document for this request.</summary>
    public ImmutableArray<GraphQLError> Check(DocumentNode document, OperationRequest request) => Check(ofRequests, document, request);

    private ImmutableArray<GraphQLError> Check(IDocumentValidatorRule[] rules, DocumentNode document, OperationRequest? request)
    {
        if (rules.Length == 0)
            return [];
        var context = new DocumentValidatorContext(schema, document, request, maxErrors);
        foreach (var rule in rules)
        {
            if (context.IsFull)
                break;
            try
            {
                rule.Validate(context, document);
            }
            catch (GraphQLException e)
            {
                foreach (var error in e.Errors)
                    context.ReportError(error);
            }
        }

        return context.ToErrors();
    }
}
