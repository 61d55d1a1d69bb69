using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Issues;
using Oms.Domain.Ontology.Editing;
using Oms.Graph.Hosting;

namespace Oms.Graph.Registry;

/// <summary>Wires the registry over the <see cref="Domain.Storage.IStore"/> that the host has registered.</summary>
internal static class RegistrySetup
{
    /// <summary>
    /// Adds the registry, its doorbell and the sweep of overdue locks. Configuration: <c>Issues:Required</c>,
    /// <c>Issues:ExemptPrefixes</c>, <c>Issues:Providers</c> (names of <see cref="IssuePatterns"/>), <c>Branches:Protected</c>,
    /// <c>Registry:MaxSnapshots</c>, <c>Registry:CompactionSeconds</c>. The host calls <see cref="OntologyRegistry.OpenAsync"/> before it serves.
    /// </summary>
    /// <exception cref="StartRefusedException">A configured value is not one that can be used.</exception>
    internal static void AddRegistry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(OptionsOf(configuration));
        services.AddSingleton<Doorbell>();
        services.AddSingleton<UuidSource>();
        services.AddSingleton<IIdSource>(p => p.GetRequiredService<UuidSource>());
        services.AddSingleton<StoreClock>();
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<OntologyRegistry>(p, p.GetRequiredService<StoreClock>()));
        services.AddHostedService<LockExpirySweep>();
        services.AddHostedService<NewsFromOthers>();
        services.AddHostedService<CompactionSweep>();
    }

    internal static RegistryOptions OptionsOf(IConfiguration configuration)
    {
        var options = new RegistryOptions();
        return options with
        {
            MaxSnapshots = Math.Max(2, configuration.GetValue("Registry:MaxSnapshots", options.MaxSnapshots)),
            CompactionInterval = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Registry:CompactionSeconds", options.CompactionInterval.TotalSeconds), 0, 86_400)),
            Issues = IssuesOf(configuration.GetSection("Issues")),
            Branches = TextsOf(configuration, "Branches:Protected") is { } names
                ? new BranchPolicy { Protected = names }
                : BranchPolicy.Default,
        };
    }

    private static IssuePolicy IssuesOf(IConfigurationSection section) => IssuePolicy.Default with
    {
        Required = section.GetValue("Required", IssuePolicy.Default.Required),
        ExemptPrefixes = TextsOf(section, "ExemptPrefixes") ?? IssuePolicy.Default.ExemptPrefixes,
        Patterns = TextsOf(section, "Providers") is { } names ? [.. names.Select(PatternOf)] : IssuePolicy.Default.Patterns,
    };

    private static IssuePattern PatternOf(string provider) => IssuePatterns.Find(provider) ?? throw new StartRefusedException(
        $"Issues:Providers names '{provider}'; known are {string.Join(", ", IssuePatterns.All.Select(p => p.Provider))}");

    // A list that is there replaces the default whole; the binder would add to it.
    private static ImmutableArray<string>? TextsOf(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        return section.Exists() ? [.. section.GetChildren().Select(c => c.Value).OfType<string>()] : null;
    }
}
