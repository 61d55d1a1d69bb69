using Oms.Engine.Configuration;

namespace Oms.Graph.Issues;

/// <summary>Binds what can be read of the chapter Issues of the contract.</summary>
internal static class IssueReadTypes
{
    /// <summary>Adds the type and the root field.</summary>
    internal static IRequestExecutorBuilder AddIssueReadTypes(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension(typeof(IssueQueries))
        .BindRuntimeType<IssueNode>("Issue");
}
