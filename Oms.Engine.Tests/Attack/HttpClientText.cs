namespace Oms.Engine.Tests.Attack;

/// <summary>Reads what a server answers, whatever the status.</summary>
internal static class HttpClientText
{
    public static async Task<string> GetStringOfAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.Content.ReadAsStringAsync();
    }
}
