using Microsoft.Playwright;

namespace Oms.Graph.Tests.BananaCakePop;

/// <summary>Banana Cake Pop as its user sees it: what can be clicked, by the words on it.</summary>
internal sealed class ExplorerPage(IPage page)
{
    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await page.GetByText("Create Document").ClickAsync();
    }

    /// <summary>The gear at the address of the endpoint, then "Authorization", "Bearer", the token, "Apply".</summary>
    public async Task AuthorizeAsync(string token)
    {
        await Named("Connection Settings").ClickAsync();
        await page.GetByText("Authorization", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.GetByLabel("Type").SelectOptionAsync("Bearer");
        await page.GetByLabel("Token").FillAsync(token);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Apply" }).ClickAsync();
    }

    public async Task ReloadSchemaAsync()
    {
        await Named("Reload Schema (Ctrl+Alt+R)").ClickAsync();
        await page.GetByText("Schema available").WaitForAsync();
    }

    public async Task RunAsync(string kind, string document)
    {
        await page.Locator(".monaco-editor").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(document);
        // The editor hands its text over a moment after the last key; the builder beside it then shows the operation.
        await page.GetByText(kind, new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run" }).First.ClickAsync();
    }

    /// <summary>Waits for a line of the response.</summary>
    public Task ShowsAsync(string line) =>
        page.Locator(".view-line", new PageLocatorOptions { HasText = line }).First.WaitForAsync();

    private ILocator Named(string name) => page.GetByTitle(name).Or(page.GetByLabel(name)).First;
}
