namespace Oms.Engine.Configuration;

/// <summary>How the schema is built and bound.</summary>
public sealed class SchemaOptions
{
    /// <summary>
    /// Whether every field of a root type has to say who may use it, by <c>@authorize</c> or <c>@public</c> on itself or its type.
    /// Fields that do not stop the start.
    /// </summary>
    public bool RequireExplicitAuthorization { get; set; }

    /// <summary>
    /// Whether a field without a resolver stops the start; true by default. When false such fields are resolved from dictionaries or are null.
    /// </summary>
    public bool StrictBinding { get; set; } = true;

    /// <summary>
    /// Whether the schema is built anew when one of its files changes (<c>AddDocumentFromFile</c>), without a restart. A request ends on the
    /// schema it began with; subscriptions are completed and sockets closed with 1001, so that clients come again. A schema that can not be
    /// built is logged with all that is wrong with it, and the one before stays. Null, the default: in Development only.
    /// </summary>
    public bool? ReloadDocuments { get; set; }

    /// <summary>
    /// Whether the schema has <c>@defer</c>: fields that clients may ask to be delivered later. False by default; a schema document that
    /// defines the directive has it in any case.
    /// </summary>
    public bool EnableDefer { get; set; }

    /// <summary>
    /// Whether the schema has <c>@stream</c>: lists whose items clients may ask to be delivered one after the other. False by default; a
    /// schema document that defines the directive has it in any case.
    /// </summary>
    public bool EnableStream { get; set; }

    /// <summary>
    /// Whether fields, arguments, input fields and enum values may have <c>@requiresOptIn(feature:)</c>: everybody may use them, but introspection shows them only
    /// where <c>includeOptIn</c> names one of their features. False by default.
    /// </summary>
    public bool EnableOptInFeatures { get; set; }

    /// <summary>
    /// Whether callers see only what they may use: a type, field, argument or enum value whose <c>@authorize</c> or <c>@visible</c> they do not
    /// fulfil does not exist for them, in introspection, in <c>?sdl</c> and in the errors of validation. False by default. The decisions are made
    /// once for each principal and kept as long as it lives; the directives <c>@authorize</c> are looked at in each request all the same.
    /// </summary>
    public bool EnableFieldVisibility { get; set; }

    /// <summary>
    /// Whether the schema is built at the first request instead of when the host starts; false by default, so that a fault in it stops the start. Warm-up tasks
    /// have it built at the start in any case.
    /// </summary>
    public bool LazyInitialization { get; set; }

    /// <summary>Whether awaited resolvers run side by side; parallel by default. <c>[Serial]</c> and <c>[Parallel]</c> decide for one of them.</summary>
    public ExecutionStrategy DefaultResolverStrategy { get; set; }

    /// <summary>
    /// Where scoped services of methods and delegates live that resolve no root field of a mutation: in the request by default.
    /// <c>[UseResolverScope]</c> and <c>[UseRequestScope]</c> decide for one of them.
    /// </summary>
    public DependencyInjectionScope DefaultQueryDependencyInjectionScope { get; set; }

    /// <summary>Where scoped services of methods and delegates live that resolve root fields of a mutation: in the request by default.</summary>
    public DependencyInjectionScope DefaultMutationDependencyInjectionScope { get; set; }
}
