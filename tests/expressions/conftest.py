"""The formulas that every typesetter has to manage."""

import pytest

FORMULAS = (
    r"\theta_{t+1} = \theta_t - \eta g_t",
    r"W \leftarrow W - \eta \frac{\partial L}{\partial W}",
    r"v \gets \alpha v - \eta \frac{\partial L}{\partial W}",
    r"v_t = \mu v_{t-1} + g_t, \quad \theta_t = \theta_{t-1} - \eta v_t",
    r"m_t = \beta m_{t-1} + (1-\beta) g_t",
    r"\theta_{t+1} = \theta_t + \mu v_t - \eta \nabla L(\theta_t + \mu v_t)",
    r"h \leftarrow h + \frac{\partial L}{\partial W} \odot \frac{\partial L}{\partial W}",
    r"W \leftarrow W - \eta \frac{1}{\sqrt{h}} \frac{\partial L}{\partial W}",
    r"h_t = \rho h_{t-1} + (1-\rho) g_t^2",
    r"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{h_t} + \epsilon} g_t",
    r"E[g^2]_t = \gamma E[g^2]_{t-1} + (1-\gamma) g_t^2",
    (
        r"\Delta\theta_t ="
        r" -\frac{\sqrt{E[\Delta\theta^2]_{t-1} + \epsilon}}{\sqrt{E[g^2]_t + \epsilon}} g_t"
    ),
    r"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t",
    r"v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2",
    r"\hat{m}_t = \frac{m_t}{1-\beta_1^t}",
    r"\hat{v}_t = \frac{v_t}{1-\beta_2^{t}}",
    r"\theta_t = \theta_{t-1} - \alpha \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon}",
    r"lr_t = lr \cdot \frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}",
    r"\mathrm{lr}_t = \mathrm{lr} \frac{\sqrt{1 - \beta_2^{t}}}{1 - \beta_1^{t}}",
    r"\theta_t = \theta_{t-1} - \frac{\mathrm{lr}_t m_t}{\sqrt{v_t} + \varepsilon}",
    r"\hat{v}_t = \max(\hat{v}_{t-1}, v_t)",
    (
        r"\theta_t = (1 - \eta\lambda)\theta_{t-1} - \eta"
        r" \left( \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon} + \lambda \theta_{t-1} \right)"
    ),
    r"\mathrm{softmax}(x)_i = \frac{e^{x_i}}{\sum_{j=1}^{n} e^{x_j}}",
    r"L = -\sum_{k} t_k \log y_k",
    r"m_t = (1-\beta_1) \sum_{i=1}^{t} \beta_1^{t-i} g_i",
    r"f(x, y) = \frac{1}{20}x^2 + y^2",
    r"\|g\|_2 = \sqrt{\sum_{i=1}^n g_i^2}",
    r"\sigma(x) = \frac{1}{1+\exp(-x)}",
    r"\operatorname{ReLU}(x) = \max(0, x)",
    r"f(x) = \begin{cases} x & (x > 0) \\ 0 & (x \le 0) \end{cases}",
    r"\theta^* = \operatorname*{argmin}_{\theta} \mathcal{L}(\theta)",
    r"\nabla_\theta J(\theta) \approx \frac{1}{N}\sum_{i=1}^{N} \nabla_\theta \ell(x_i; \theta)",
    r"W \in \mathbb{R}^{n \times d}",
    r"\left(\frac{a}{b}\right)^2 = \frac{a^2}{b^2}",
    r"\sqrt{\frac{1-\beta_2^t}{2}} \ne \sqrt[3]{x}",
    r"x^{\top} W \bm{x}",
    r"\eta_t = \eta_0 \cdot 10^{-3} \times 0.95^{\lfloor t/10 \rfloor}",
    r"\prod_{i=1}^{t} (1-\beta_i) \propto \frac{\frac{a}{b}}{c}",
    r"H_{ij} = \frac{\partial^2 f}{\partial x_i \partial x_j}",
    r"|x - y| \ll \infty, \; a := b \pm c \mp d \div e \oslash f",
    r"\text{学習率} = \text{lr} \cdot \gamma^{t}, \ldots, \theta_{\text{new}}",
    r"f''(x) = \frac{f'(x+h) - f'(x)}{h}",
    r"\tilde{g} = \bigl( g - \bar{g} \bigr) / \sqrt[n]{v}",
    r"e^{-\frac{x^2}{2\sigma^2}} + \lVert w \rVert^2",
    r"\theta \leftarrow \theta - \eta\frac{1}{\sqrt{h}} \odot g",
)


@pytest.fixture(params=FORMULAS)
def formula(request: pytest.FixtureRequest) -> str:
    """One formula of the subject as its LaTeX source."""
    source = request.param
    assert isinstance(source, str)
    return source
