using System.Security.Claims;
using Oms.Engine.Configuration;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Limits;
using Oms.Engine.Validation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What can be said about validation and limits to <c>AddGraphQLServer()</c>, under Hot Chocolate's names where it has them.</summary>
public static class RequestLimitBuilderExtensions
{
    /// <summary>Changes how much validation says, and what valid documents may ask for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="change">Makes the changed options, with a <c>with</c> expression.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyValidationOptions(this IRequestExecutorBuilder builder, Func<ValidationOptions, ValidationOptions> change)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(change);
        builder.Setup.ValidationOptions = change(builder.Setup.ValidationOptions);
        return builder;
    }

    /// <summary>Changes what valid documents may ask for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="change">Makes the changed limits, with a <c>with</c> expression.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyRequestLimits(this IRequestExecutorBuilder builder, Func<RequestLimitOptions, RequestLimitOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return builder.ModifyValidationOptions(options => options with { Limits = change(options.Limits) });
    }

    /// <summary>Changes what operations may cost, and how that is counted.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        configure(builder.Setup.CostOptions);
        return builder;
    }

    /// <summary>Sets how many fields may be nested.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="maxAllowedExecutionDepth">See <see cref="RequestLimitOptions.MaxExecutionDepth"/>.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddMaxExecutionDepthRule(this IRequestExecutorBuilder builder, int maxAllowedExecutionDepth) =>
        builder.ModifyRequestLimits(limits => limits with { MaxExecutionDepth = maxAllowedExecutionDepth });

    /// <summary>Sets how often a field may be nested below itself.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="defaultCycleLimit">See <see cref="RequestLimitOptions.MaxAllowedFieldCycleDepth"/>; null for no limit.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddMaxAllowedFieldCycleDepthRule(this IRequestExecutorBuilder builder, int? defaultCycleLimit = 3) =>
        builder.ModifyRequestLimits(limits => limits with { MaxAllowedFieldCycleDepth = defaultCycleLimit ?? int.MaxValue });

    /// <summary>Sets how deep introspection may go.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="maxAllowedOfTypeDepth">See <see cref="RequestLimitOptions.MaxAllowedOfTypeDepth"/>.</param>
    /// <param name="maxAllowedListRecursiveDepth">See <see cref="RequestLimitOptions.MaxAllowedListRecursiveDepth"/>.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder SetIntrospectionAllowedDepth(
        this IRequestExecutorBuilder builder, int maxAllowedOfTypeDepth, int maxAllowedListRecursiveDepth) =>
        builder.ModifyRequestLimits(limits => limits with
        {
            MaxAllowedOfTypeDepth = maxAllowedOfTypeDepth,
            MaxAllowedListRecursiveDepth = maxAllowedListRecursiveDepth,
        });

    /// <summary>Sets after how many errors validation stops.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="maxAllowedValidationErrors">See <see cref="ValidationOptions.MaxAllowedErrors"/>.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder SetMaxAllowedValidationErrors(this IRequestExecutorBuilder builder, int maxAllowedValidationErrors) =>
        builder.ModifyValidationOptions(options => options with { MaxAllowedErrors = maxAllowedValidationErrors });

    /// <summary>Adds a rule that documents are held to, beside those of the specification.</summary>
    /// <typeparam name="T">The rule; one object of it, made with the application's services, serves all documents.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddValidationRule<T>(this IRequestExecutorBuilder builder)
        where T : class, IDocumentValidatorRule => builder.AddValidationRule((services, _) => ActivatorUtilities.GetServiceOrCreateInstance<T>(services));

    /// <summary>Adds a rule that documents are held to, beside those of the specification.</summary>
    /// <typeparam name="T">The rule; one object of it serves all documents.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="factory">Makes the rule from the application's services and what validation may say.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddValidationRule<T>(this IRequestExecutorBuilder builder, Func<IServiceProvider, ValidationOptions, T> factory)
        where T : class, IDocumentValidatorRule
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        builder.Setup.ValidationRules.Add(factory);
        return builder;
    }

    /// <summary>Adds a rule that goes through each document and knows the types of what it meets.</summary>
    /// <typeparam name="T">The visitor; each document gets an object of its own, made with the application's services.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="isCacheable">Whether what it says is of the document alone and is kept with it; see <see cref="IDocumentValidatorRule.IsCacheable"/>.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddValidationVisitor<T>(this IRequestExecutorBuilder builder, bool isCacheable = true)
        where T : DocumentValidatorVisitor
    {
        var create = ActivatorUtilities.CreateFactory<T>([]);
        return builder.AddValidationRule((services, _) => new VisitorRule(() => create(services, null), isCacheable));
    }

    /// <summary>Adds a rule that goes through each document and knows the types of what it meets.</summary>
    /// <typeparam name="T">The visitor; each document gets an object of its own.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="factory">Makes a visitor from the application's services and what validation may say.</param>
    /// <param name="isCacheable">Whether what it says is of the document alone and is kept with it; see <see cref="IDocumentValidatorRule.IsCacheable"/>.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddValidationVisitor<T>(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, ValidationOptions, T> factory, bool isCacheable = true)
        where T : DocumentValidatorVisitor
    {
        ArgumentNullException.ThrowIfNull(factory);
        return builder.AddValidationRule((services, options) => new VisitorRule(() => factory(services, options), isCacheable));
    }

    /// <summary>Allows or refuses asking for the schema.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="allow">See <see cref="ValidationOptions.AllowIntrospection"/>.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AllowIntrospection(this IRequestExecutorBuilder builder, bool allow) =>
        builder.ModifyValidationOptions(options => options with { AllowIntrospection = allow });

    /// <summary>Lets only some users ask for the schema, by <c>__schema</c> and <c>__type</c> as by <c>?sdl</c>; the others get HC0046.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="isAllowed">Who may.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AllowIntrospection(this IRequestExecutorBuilder builder, Func<ClaimsPrincipal, bool> isAllowed)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(isAllowed);
        builder.Setup.IntrospectionPolicy = isAllowed;
        return builder;
    }

    /// <summary>Refuses asking for the schema.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder) => builder.AllowIntrospection(false);
}
