using Microsoft.AspNetCore.Authentication;

namespace Oms.Graph.Authentication;

/// <summary>Wires the checking of tokens.</summary>
internal static class AuthenticationSetup
{
    /// <summary>Adds the bearer scheme, with the data folder's own key or the configured key set.</summary>
    internal static void AddTokens(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var options = configuration.GetSection("Authentication").Get<TokenOptions>() ?? new TokenOptions();
        services.AddSingleton(options);
        services.AddSingleton<IKeySource>(p => options.UsesKeySet
            ? new KeySetSource(options, p.GetRequiredService<TimeProvider>())
            : new LocalKeySource(LocalSigningKey.Load(dataFolder)));
        services.AddSingleton<TokenCheck>();
        services.AddAuthentication(TokenDefaults.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthenticationHandler>(TokenDefaults.Scheme, null);
        services.AddAuthorization();
    }
}
