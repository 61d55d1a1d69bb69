using System.Collections.Immutable;
using Oms.Engine.Execution.Incremental;
using Oms.Engine.Language;
using Oms.Engine.Limits;
using Oms.Engine.Response;
using Oms.Engine.Types;
using Oms.Engine.Validation.Rules;

namespace Oms.Engine.Validation;

/// <summary>
/// Decides whether a document may be executed against a schema (spec 5). All rules see one walk over the document, fragments are
/// visited once however often they are spread, and no work grows faster than the budgets in <see cref="ValidationContext"/> allow.
/// </summary>
public static class DocumentValidator
{
    /// <summary>Validates a document, then holds it against the limits of requests.</summary>
    /// <param name="schema">The schema, itself valid.</param>
    /// <param name="document">The document as parsed.</param>
    /// <param name="options">How much to say and which limits to hold; the defaults when null.</param>
    /// <returns>The errors in the order they were found, at most <see cref="ValidationOptions.MaxAllowedErrors"/>; empty when it is valid.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        options ??= ValidationOptions.Default;

        var context = new ValidationContext(schema, document, options);
        var features = FeaturesOf(context);
        new DocumentWalker(context, CreateRules(context, features), features).Walk();
        if (context.Errors.Count == 0)
            RequestLimits.Check(context, options.Limits);
        return context.Errors;
    }

    private static ValidationFeatures FeaturesOf(ValidationContext context)
    {
        var features = IncrementalDirectives.AreDefined(context.Schema) ? ValidationFeatures.Incremental : ValidationFeatures.None;
        foreach (var definition in context.Document.Definitions)
        {
            features |= definition switch
            {
                FragmentDefinitionNode => ValidationFeatures.Fragments,
                OperationDefinitionNode { Operation: OperationType.Subscription } => ValidationFeatures.Subscriptions,
                _ => ValidationFeatures.None,
            };
        }

        return features;
    }

    // Rules keep state, so each document gets its own; most documents get no more than the rules that have something to say of them. The order is
    // the order of errors that the same node causes.
    private static ImmutableArray<ValidationRule> CreateRules(ValidationContext context, ValidationFeatures features) =>
    [
        new ExecutableDefinitionsRule(context),
        new KnownOperationTypesRule(context),
        new UniqueOperationNamesRule(context),
        new LoneAnonymousOperationRule(context),
        .. features.HasFlag(ValidationFeatures.Subscriptions) ? [new SingleFieldSubscriptionsRule(context)] : (ReadOnlySpan<ValidationRule>)[],
        new KnownTypeNamesRule(context),
        new FragmentsOnCompositeTypesRule(context),
        new VariablesAreInputTypesRule(context),
        new LeafFieldSelectionsRule(context),
        new FieldsOnCorrectTypeRule(context),
        .. features.HasFlag(ValidationFeatures.Fragments) ? FragmentRules(context) : [],
        new KnownFragmentNamesRule(context),
        new PossibleFragmentSpreadsRule(context),
        new UniqueVariableNamesRule(context),
        new NoUndefinedVariablesRule(context),
        new NoUnusedVariablesRule(context),
        new KnownDirectivesRule(context),
        new UniqueDirectivesPerLocationRule(context),
        new KnownArgumentNamesRule(context),
        new UniqueArgumentNamesRule(context),
        new ValuesOfCorrectTypeRule(context),
        new ProvidedRequiredArgumentsRule(context),
        new VariablesInAllowedPositionRule(context),
        new OverlappingFieldsCanBeMergedRule(context),
        new UniqueInputFieldNamesRule(context),
        new MaxIntrospectionDepthRule(context),
        new IntrospectionAllowedRule(context),
        .. features.HasFlag(ValidationFeatures.Incremental) ? IncrementalRules(context) : [],
    ];

    private static ValidationRule[] FragmentRules(ValidationContext context) =>
        [new UniqueFragmentNamesRule(context), new NoUnusedFragmentsRule(context), new NoFragmentCyclesRule(context)];

    // Of the draft after September 2025: they hold where the schema has the directives they are about.
    private static ValidationRule[] IncrementalRules(ValidationContext context) =>
    [
        new DeferStreamDirectiveOnRootFieldRule(context),
        new DeferStreamDirectiveOnValidOperationsRule(context),
        new DeferStreamDirectiveLabelRule(context),
        new StreamDirectiveOnListFieldRule(context),
    ];
}
