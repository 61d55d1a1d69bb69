using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;

namespace Oms.Engine.Tests.Execution;

internal static class Requests
{
    public static readonly ClaimsPrincipal Ann = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ann")], "test"));

    public static IRequestExecutorBuilder Server(string sdl) => new ServiceCollection().AddGraphQLServer().AddDocumentFromString(sdl);

    public static OperationRequest Of(string document, string variables = "{}", ClaimsPrincipal? user = null, IServiceProvider? services = null) => new()
    {
        Document = Encoding.UTF8.GetBytes(document), Variables = Encoding.UTF8.GetBytes(variables), User = user, Services = services,
    };

    public static async Task<string> AskAsync(this IRequestExecutorBuilder builder, string document, string variables = "{}", ClaimsPrincipal? user = null) =>
        await (await builder.BuildRequestExecutorAsync()).AskAsync(Of(document, variables, user));

    public static async Task<string> AskAsync(this IRequestExecutor executor, OperationRequest request)
    {
        await using var result = (OperationResult)await executor.ExecuteAsync(request);
        return result.ToJson();
    }

    public static JsonElement Read(string json) => JsonDocument.Parse(json).RootElement;
}
