using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Oms.Domain.Access;
using Oms.Engine.Execution;
using Oms.Graph.Authentication;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary>The registry of a data folder that this process owns while the command runs. Nothing listens.</summary>
internal sealed class LocalSession : RegistrySession
{
    private readonly DataFolder folder;
    private readonly WebApplication application;
    private readonly ClaimsPrincipal user;

    private LocalSession(DataFolder folder, WebApplication application, ClaimsPrincipal user)
    {
        this.folder = folder;
        this.application = application;
        this.user = user;
    }

    internal static async Task<LocalSession> OpenAsync(DataFolder folder, StoreSettings store, string user, CancellationToken cancellationToken)
    {
        try
        {
            var application = await Application.BuildAsync(folder.Path, store, "http://127.0.0.1:0", cancellationToken);
            return new LocalSession(folder, application, PrincipalOf(user));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async Task<JsonElement> SendAsync(string document, object? variables, CancellationToken cancellationToken)
    {
        await using var scope = application.Services.CreateAsyncScope();
        await using var result = await application.Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            new OperationRequest
            {
                Document = System.Text.Encoding.UTF8.GetBytes(document),
                Variables = JsonSerializer.SerializeToUtf8Bytes(variables),
                Services = scope.ServiceProvider,
                User = user,
                AcceptsIncrementalDelivery = false,
            },
            cancellationToken);
        return JsonElement.Parse(((OperationResult)result).ToJson());
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        folder.Dispose();
    }

    // Whoever can read the folder can read the key in it, and so sign any token.
    private static ClaimsPrincipal PrincipalOf(string user) => new(new ClaimsIdentity(
        [new Claim(JwtRegisteredClaimNames.Sub, user), new Claim(TokenDefaults.RolesClaim, RoleNames.Of(Role.Admin))],
        TokenDefaults.Scheme, JwtRegisteredClaimNames.Sub, TokenDefaults.RolesClaim));
}
