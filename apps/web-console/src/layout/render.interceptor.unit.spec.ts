import type { ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { lastValueFrom, of } from 'rxjs';
import type { ConsoleRequest } from '../session/console-request';
import { redirect } from './page';
import { RenderInterceptor } from './render.interceptor';

describe('The way on after a form', () => {
  test('leaves the session as it lies: this request’s copy may be older than another’s', async () => {
    const save = jest.fn((done: () => void) => done());
    const request = { session: { sealed: 'as it was when this began', save } } as unknown as ConsoleRequest;
    const response = { status: () => response, setHeader: () => response } as unknown as Response;
    const http = { getRequest: () => request, getResponse: () => response };
    const context = { switchToHttp: () => http } as unknown as ExecutionContext;
    const [nobody] = [undefined as never];
    const interceptor = new RenderInterceptor(nobody, nobody, nobody, nobody);
    await lastValueFrom(interceptor.intercept(context, { handle: () => of(redirect('/enquiries')) }));
    expect(save).not.toHaveBeenCalled();
  });
});
