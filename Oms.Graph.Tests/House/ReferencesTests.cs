using System.Reflection;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.House;

/// <summary>The arrows of ARCHITECTURE.md: what may refer to what.</summary>
public sealed class ReferencesTests
{
    [Theory]
    [InlineData("Oms.Domain", "")]
    [InlineData("Oms.Engine", "")]
    [InlineData("Oms.Engine.Redis", "Oms.Engine")]
    [InlineData("Oms.Storage.Sqlite", "Oms.Domain")]
    [InlineData("Oms.Messaging", "Oms.Domain")]
    [InlineData("Oms.Graph", "Oms.Domain Oms.Engine Oms.Engine.Redis Oms.Messaging Oms.Storage.Sqlite")]
    public void A_project_refers_only_to_what_it_may(string project, string allowed) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Oms.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void The_domain_needs_no_package() =>
        Assembly.Load("Oms.Domain").GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();
}
