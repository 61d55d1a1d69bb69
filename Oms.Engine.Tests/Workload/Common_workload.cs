using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Oms.Benchmarks.Workload;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Workload;

/// <summary>What the benchmarks measure answers byte for byte what every server of the common workload has to answer.</summary>
public sealed class Common_workload
{
    [Theory]
    [InlineData("q1", 234, "011539a6c37ce0f340d274740d189c1b7a8fad152bd6d472dfb345636dfed00c")]
    [InlineData("q2", 74096, "f6458ab08ae606257876911c41506deacaacef0460c8227062b9350c2658f40f")]
    [InlineData("q3", 2129406, "b371a9b0562cd63128078e980b928cdd329dc9653ad4bde19c2daed127aa7a71")]
    [InlineData("q5", 154, "41ecc6aee0fa06742414d721a6ee8eb2a0c8eb479eb29c20a2a873357c72f879")]
    [InlineData("q6", 225, "4d73d4f9cd512e918dcd647d7f8798fd6a5b3588e568fbc439011af06c64ab93")]
    public async Task Is_answered_byte_for_byte(string name, int length, string hash)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWorkload();
        await using var application = builder.Build();
        application.MapGraphQL();
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();

        // The second answer comes from the prepared document.
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, application.Urls.Single() + "/graphql") { Content = new ByteArrayContent(WorkloadRequests.BodyOf(name)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            bytes.Length.ShouldBe(length);
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(hash);
        }
    }
}
