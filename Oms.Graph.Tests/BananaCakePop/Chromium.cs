using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Oms.Graph.Tests.BananaCakePop;

/// <summary>
/// The machine's Chromium with one page, and everything that page asked for and complained about. <c>OMS_SCREENSHOT</c>
/// names a file that gets a picture of the page as it was at the end.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // A machine that runs tests has no display, and the browser shall not talk to its maker on its own.
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser, IPage page)
    {
        this.playwright = playwright;
        this.browser = browser;
        Page = page;
        page.Request += (_, request) => Addresses.Enqueue(request.Url);
        page.WebSocket += (_, socket) => Addresses.Enqueue(socket.Url);
        page.Console += (_, message) => Console.Enqueue(message.Text);
        page.PageError += (_, error) => Console.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>The address of every request and every WebSocket.</summary>
    public ConcurrentQueue<string> Addresses { get; } = [];

    /// <summary>What the page wrote to the console, and what it threw.</summary>
    public ConcurrentQueue<string> Console { get; } = [];

    public static async Task<Chromium> StartAsync()
    {
        var program = Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("This test needs a browser: install the Debian package \"chromium\".");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Switches });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 900 } });
        page.SetDefaultTimeout(30_000);
        return new Chromium(playwright, browser, page);
    }

    public async ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("OMS_SCREENSHOT") is { } file)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
