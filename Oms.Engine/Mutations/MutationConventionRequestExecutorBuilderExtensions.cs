using Oms.Engine.Configuration;
using Oms.Engine.Mutations;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches the mutation conventions on, under Hot Chocolate's names.</summary>
public static class MutationConventionRequestExecutorBuilderExtensions
{
    /// <summary>
    /// Gives mutations one shape: <c>renameUser(id: ID!, name: String!): User!</c> becomes <c>renameUser(input: RenameUserInput!): RenameUserPayload!</c>, and
    /// what its resolver declares by <see cref="ErrorAttribute"/> becomes <c>errors</c> of the payload. Resolvers keep the plain arguments and result. A field that
    /// returns a type of its payload's name already is left as it is.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="applyToAllMutations">Whether every mutation is shaped so but those with <c>@useMutationConvention(disable: true)</c>; otherwise only those with <c>@useMutationConvention</c>.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, bool applyToAllMutations = true) =>
        builder.AddMutationConventions(new MutationConventionOptions { ApplyToAllMutations = applyToAllMutations });

    /// <summary>Gives mutations one shape.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">How things are called.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, MutationConventionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        builder.Setup.MutationConventions = options;
        return builder;
    }
}
